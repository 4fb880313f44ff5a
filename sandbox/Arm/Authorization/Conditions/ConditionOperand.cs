namespace Provisioning.Sandbox.Arm.Authorization.Conditions;

/// <summary>A side of a comparison.</summary>
internal abstract record ConditionOperand
{
    private ConditionOperand()
    {
    }

    /// <summary>Its values for a request.</summary>
    public abstract IReadOnlyList<string> Values(AccessRequest request);

    /// <summary>Values written in the condition.</summary>
    internal sealed record Literal(IReadOnlyList<string> Texts) : ConditionOperand
    {
        /// <inheritdoc/>
        public override IReadOnlyList<string> Values(AccessRequest request) => Texts;
    }

    /// <summary>Values that come with the request, as in <c>@Request[Microsoft.X/y:name]</c>.</summary>
    /// <param name="Source"><c>Request</c>, <c>Resource</c>, <c>Principal</c> or <c>Environment</c>.</param>
    /// <param name="Name">What stands in brackets.</param>
    internal sealed record Attribute(string Source, string Name) : ConditionOperand
    {
        /// <inheritdoc/>
        public override IReadOnlyList<string> Values(AccessRequest request)
        {
            var key = $"{Source}[{Name}]";
            return request.Attributes.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value ?? [];
        }
    }
}
