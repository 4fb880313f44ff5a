using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>insights</c>.</summary>
internal sealed class InsightsSection() : Section(
    SectionKeys.Insights, "telemetry component", "Application Insights components, each on a Log Analytics workspace.")
{
    private const int LeastDays = 30;
    private const int MostDays = 730;

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
    [
        .. AzureFields.Declare("a component", AzureNames.Insights),
        new("logAnalytics", TextShapes.ResourceId, "Id of the Log Analytics workspace that keeps the telemetry.")
        {
            OfCreated = true,
            Otherwise = "one is created under the component's name",
        },
        new("retentionDays", new IntegerShape(LeastDays, MostDays), "Days that telemetry is kept.") { OfCreated = true, Default = "90" },
    ]);

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields)
    {
        var azure = AzureFields.Read(name, fields, "Microsoft.Insights/components");
        return new Insights
        {
            Name = name,
            Span = fields.Span,
            Existing = azure.Existing,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            LogAnalytics = fields.ResourceId("logAnalytics", "Microsoft.OperationalInsights/workspaces"),
            RetentionDays = (int)fields.Integer("retentionDays"),
        };
    }
}
