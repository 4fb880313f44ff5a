using Pulumi;
using Pulumi.AzureNative.ApplicationInsights;
using Pulumi.AzureNative.OperationalInsights;
using Pulumi.AzureNative.OperationalInsights.Inputs;

namespace Provisioning.Infra.Components;

/// <summary>An Application Insights component and the Log Analytics workspace it writes to.</summary>
internal sealed class InsightsComponent : ComponentResource, IAzureComponent
{
    /// <summary>Creates or reads the component; creates a workspace for it unless the document names one.</summary>
    public InsightsComponent(Model.Insights insights, AzureTarget target)
        : base(ComponentTypes.Insights, insights.Name)
    {
        ResourceId = insights.Existing is { } existing
            ? Component.Get(insights.Name, target.Id(existing), AzureTarget.ChildOf(this)).Id
            : Create(insights, target).Id;
        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    private Component Create(Model.Insights insights, AzureTarget target)
    {
        var logs = insights.LogAnalytics is { } existing
            ? target.Id(existing)
            : new Workspace(insights.Name, new WorkspaceArgs
            {
                ResourceGroupName = target.ResourceGroupName,
                WorkspaceName = insights.AzureName,
                Location = insights.Location,
                Sku = new WorkspaceSkuArgs { Name = WorkspaceSkuNameEnum.PerGB2018 },
                RetentionInDays = insights.RetentionDays,
                Tags = insights.Tags.ToDictionary(),
            }, AzureTarget.ChildOf(this)).Id;
        return new Component(insights.Name, new ComponentArgs
        {
            ResourceGroupName = target.ResourceGroupName,
            ResourceName = insights.AzureName,
            Location = insights.Location,
            Kind = "web",
            ApplicationType = ApplicationType.Web,
            WorkspaceResourceId = logs,
            RetentionInDays = insights.RetentionDays,
            Tags = insights.Tags.ToDictionary(),
        }, AzureTarget.ChildOf(this));
    }
}
