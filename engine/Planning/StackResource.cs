namespace Provisioning.Engine.Planning;

/// <summary>The component at the root of every stack, whose outputs are the stack's.</summary>
internal static class StackResource
{
    /// <summary>Its type.</summary>
    public const string Type = State.Urn.StackType;
}
