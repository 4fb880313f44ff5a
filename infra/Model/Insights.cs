namespace Provisioning.Infra.Model;

/// <summary>An Application Insights component on a Log Analytics workspace (<c>insights</c>).</summary>
public sealed record Insights : AzureEntry
{
    /// <inheritdoc/>
    public override string Section => "insights";

    /// <summary>Id of an existing Log Analytics workspace; null when one is created under the component's name.</summary>
    public ArmId? LogAnalytics { get; init; }

    /// <summary>Days telemetry is kept.</summary>
    public required int RetentionDays { get; init; }
}
