using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>Signatures of special objects that exist in states and not on the wire (Pulumi's pkg/resource/stack), beside <see cref="Signatures"/>.</summary>
internal static class StateSignatures
{
    /// <summary>A number that JSON cannot express; <c>value</c> holds the bits of the double as 16 hex digits.</summary>
    public const string NonFiniteNumber = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    /// <summary>A string that is no UTF-8; a checkpoint feature this engine does not have.</summary>
    public const string ByteString = "803fd3297a5875dc03ca845dda5d2a98";
}
