using System.Globalization;
using Provisioning.Infra.Model;
using Pulumi.AzureNative.MachineLearningServices;
using Pulumi.AzureNative.MachineLearningServices.Inputs;
using InstanceType = Provisioning.Infra.Model.InstanceType;

namespace Provisioning.Infra.Components;

/// <summary>Writes what is particular to each kind of compute.</summary>
internal static class ComputeProperties
{
    /// <summary>The <c>properties</c> of a compute.</summary>
    /// <returns>One of the SDK's argument classes; <c>computeType</c> tells Azure which.</returns>
    public static object Of(Model.Compute compute, AzureTarget target, ComponentIndex components) => compute switch
    {
        TrainingCluster cluster => Of(cluster, target),
        NotebookInstance instance => Of(instance, target),
        KubernetesCompute kubernetes => Of(kubernetes, components),
        AksCompute aks => new AKSArgs
        {
            ComputeType = "AKS",
            ResourceId = components.Of(aks.Cluster.Target).ResourceId,
            Description = OutputValues.OrNull(aks.Description),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(compute), compute, "This kind of compute is not created."),
    };

    private static AmlComputeArgs Of(TrainingCluster cluster, AzureTarget target)
    {
        var properties = new AmlComputePropertiesArgs
        {
            VmSize = cluster.Size,
            VmPriority = cluster.LowPriority ? VmPriority.LowPriority : VmPriority.Dedicated,
            OsType = OsType.Linux,
            ScaleSettings = new ScaleSettingsArgs
            {
                MinNodeCount = cluster.Scale.MinNodes,
                MaxNodeCount = cluster.Scale.MaxNodes,
                NodeIdleTimeBeforeScaleDown = Seconds(cluster.Scale.IdleTime),
            },
            EnableNodePublicIp = cluster.PublicIp,

            // Left open, Azure decides by the network and reports its decision, which would look like drift for ever.
            RemoteLoginPortPublicAccess = RemoteLoginPortPublicAccess.Disabled,
        };
        if (cluster.Subnet is { } subnet)
        {
            properties.Subnet = new ResourceIdArgs { Id = target.Id(subnet) };
        }

        return new AmlComputeArgs
        {
            ComputeType = "AmlCompute",
            ComputeLocation = cluster.Location,
            Description = OutputValues.OrNull(cluster.Description),
            DisableLocalAuth = true,
            Properties = properties,
        };
    }

    private static ComputeInstanceArgs Of(NotebookInstance instance, AzureTarget target)
    {
        var properties = new ComputeInstancePropertiesArgs
        {
            VmSize = instance.Size,
            ApplicationSharingPolicy = ApplicationSharingPolicy.Personal,
            ComputeInstanceAuthorizationType = ComputeInstanceAuthorizationType.Personal,
            EnableNodePublicIp = instance.PublicIp,
            SshSettings = new ComputeInstanceSshSettingsArgs { SshPublicAccess = SshPublicAccess.Disabled },
        };
        if (instance.IdleShutdown is { } idle)
        {
            properties.IdleTimeBeforeShutdown = $"PT{(int)idle.TotalMinutes}M";
        }

        if (instance.AssignedUser is { } user)
        {
            properties.PersonalComputeInstanceSettings = new PersonalComputeInstanceSettingsArgs
            {
                AssignedUser = new AssignedUserArgs
                {
                    ObjectId = user.ObjectId.ToString(),
                    TenantId = user.Tenant is { } tenant ? tenant.ToString() : target.TenantId,
                },
            };
        }

        if (instance.Subnet is { } subnet)
        {
            properties.Subnet = new ResourceIdArgs { Id = target.Id(subnet) };
        }

        return new ComputeInstanceArgs
        {
            ComputeType = "ComputeInstance",
            ComputeLocation = instance.Location,
            Description = OutputValues.OrNull(instance.Description),
            DisableLocalAuth = true,
            Properties = properties,
        };
    }

    private static KubernetesArgs Of(KubernetesCompute compute, ComponentIndex components)
    {
        var properties = new KubernetesPropertiesArgs { Namespace = compute.Namespace };
        if (compute.DefaultInstanceType.Length > 0)
        {
            properties.DefaultInstanceType = compute.DefaultInstanceType;
        }

        foreach (var type in compute.InstanceTypes)
        {
            properties.InstanceTypes.Add(type.Name, Of(type));
        }

        return new KubernetesArgs
        {
            ComputeType = "Kubernetes",
            ResourceId = components.Of(compute.Cluster.Target).ResourceId,
            Description = OutputValues.OrNull(compute.Description),
            Properties = properties,
        };
    }

    private static InstanceTypeSchemaArgs Of(InstanceType type)
    {
        var args = new InstanceTypeSchemaArgs
        {
            Resources = new InstanceTypeSchemaResourcesArgs { Requests = type.Requests.ToDictionary(), Limits = type.Limits.ToDictionary() },
        };
        if (type.NodeSelector.Count > 0)
        {
            args.NodeSelector = type.NodeSelector.ToDictionary();
        }

        return args;
    }

    // Azure ML's own spelling of durations.
    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"PT{(long)time.TotalSeconds}S");
}
