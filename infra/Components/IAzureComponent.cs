using Pulumi;

namespace Provisioning.Infra.Components;

/// <summary>A component that stands for one Azure resource, created or only read.</summary>
internal interface IAzureComponent
{
    /// <summary>Id of the resource.</summary>
    Output<string> ResourceId { get; }
}
