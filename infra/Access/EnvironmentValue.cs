namespace Provisioning.Infra.Access;

/// <summary>The value of an environment variable: known from the document, or an id that Azure gives.</summary>
public abstract record EnvironmentValue
{
    private EnvironmentValue()
    {
    }

    /// <summary>A value that is known now.</summary>
    /// <param name="Text">The value.</param>
    public sealed record Literal(string Text) : EnvironmentValue;

    /// <summary>The client id of the workload's identity.</summary>
    public sealed record ClientId : EnvironmentValue;

    /// <summary>The tenant of the identities.</summary>
    public sealed record TenantId : EnvironmentValue;

    /// <summary>The subscription of the stack.</summary>
    public sealed record SubscriptionId : EnvironmentValue;
}
