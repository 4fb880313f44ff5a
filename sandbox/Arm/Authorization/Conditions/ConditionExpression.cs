namespace Provisioning.Sandbox.Arm.Authorization.Conditions;

/// <summary>A node of a condition.</summary>
internal abstract record ConditionExpression
{
    private ConditionExpression()
    {
    }

    /// <summary>Whether a request fulfils it.</summary>
    public abstract bool Holds(AccessRequest request);

    /// <summary>Both must hold.</summary>
    internal sealed record And(ConditionExpression Left, ConditionExpression Right) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => Left.Holds(request) && Right.Holds(request);
    }

    /// <summary>One must hold.</summary>
    internal sealed record Or(ConditionExpression Left, ConditionExpression Right) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => Left.Holds(request) || Right.Holds(request);
    }

    /// <summary>The inner one must not hold.</summary>
    internal sealed record Not(ConditionExpression Inner) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => !Inner.Holds(request);
    }

    /// <summary>The request is for this action; the pattern is one of roles.</summary>
    internal sealed record ActionMatches(string Pattern) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => RolePermission.Covers(Pattern, request.Action);
    }

    /// <summary>The request is for this finer action.</summary>
    internal sealed record SubOperationMatches(string Name) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => string.Equals(Name, request.SubOperation, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The attribute has a value.</summary>
    internal sealed record Exists(ConditionOperand.Attribute Attribute) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => Attribute.Values(request).Count > 0;
    }

    /// <summary>The values on both sides compare. An attribute without a value compares with nothing.</summary>
    internal sealed record Comparison(ConditionOperand Left, ConditionOperator Operator, ConditionOperand Right) : ConditionExpression
    {
        /// <inheritdoc/>
        public override bool Holds(AccessRequest request) => Operator.Holds(Left.Values(request), Right.Values(request));
    }
}
