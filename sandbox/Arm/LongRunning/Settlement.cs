using System.Text.Json;
using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>How a long-running operation ends.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Succeed), "succeed")]
[JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(Purge), "purge")]
[JsonDerivedType(typeof(Fail), "fail")]
internal abstract record Settlement
{
    private Settlement()
    {
    }

    /// <summary>The resource is ready: its <c>properties.provisioningState</c> becomes Succeeded.</summary>
    /// <param name="Properties">Further properties that show only now, or null.</param>
    internal sealed record Succeed(JsonElement? Properties = null) : Settlement;

    /// <summary>The resource is gone, with everything below it.</summary>
    internal sealed record Remove : Settlement;

    /// <summary>The resource, deleted softly before or not, is gone for good, and its name free.</summary>
    internal sealed record Purge : Settlement;

    /// <summary>The work failed; the resource stays with <c>provisioningState</c> Failed.</summary>
    /// <param name="Error">Why.</param>
    internal sealed record Fail(ArmError Error) : Settlement;
}
