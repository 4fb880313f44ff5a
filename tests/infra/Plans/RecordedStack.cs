using System.Collections.Immutable;
using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>A run of the program against mocks: everything it asked for, in the order of its constructors.</summary>
internal sealed record RecordedStack(ProvisioningStack Stack, ImmutableArray<RecordedResource> Resources, AzureMocks Mocks)
{
    /// <summary>The one resource of a type and name.</summary>
    public RecordedResource this[string type, string name] =>
        Resources.SingleOrDefault(resource => resource.Type.EndsWith(type, StringComparison.Ordinal) && resource.Name == name)
        ?? throw new InvalidOperationException($"There is no {type} {name}; there are:\n{string.Join('\n', Resources.Select(found => $"{found.Type} {found.Name}"))}");

    /// <summary>Resources of a type.</summary>
    public IEnumerable<RecordedResource> OfType(string type) =>
        Resources.Where(resource => resource.Type.EndsWith(type, StringComparison.Ordinal));

    /// <summary>Runs the program.</summary>
    public static async Task<RecordedStack> RunAsync(StackDocument document, bool isPreview = false)
    {
        var mocks = new AzureMocks(document.Subscription?.ToString() ?? AzureMocks.Subscription);
        var seen = new List<ResourceTransformationArgs>();
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen.Add(args);
                    return null;
                },
            },
        };
        var resources = await Deployment.TestWithServiceProviderAsync<ProvisioningStack>(
            mocks.Mock.Object,
            new Factory(() => new ProvisioningStack(document, options)),
            new TestOptions { IsPreview = isPreview, ProjectName = "provisioning", StackName = "test" });

        var recorded = new List<RecordedResource>();
        foreach (var args in seen.Where(args => args.Resource is not Pulumi.Stack))
        {
            recorded.Add(await RecordAsync(args, mocks));
        }

        return new RecordedStack(resources.OfType<ProvisioningStack>().Single(), [.. recorded], mocks);
    }

    private static async Task<RecordedResource> RecordAsync(ResourceTransformationArgs args, AzureMocks mocks)
    {
        var (type, name) = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
        var dependencies = await OutputUtilities.GetValueAsync(args.Options.DependsOn.ToOutput());
        var request = mocks.Requests.GetValueOrDefault((type, name));
        return new RecordedResource(
            type,
            name,
            args.Resource,
            args.Options.Parent is { } parent ? $"{parent.GetResourceType()} {parent.GetResourceName()}" : "",
            [.. dependencies.Select(dependency => $"{dependency.GetResourceType().Split(':')[^1]} {dependency.GetResourceName()}")])
        {
            Inputs = request?.Inputs ?? ImmutableDictionary<string, object>.Empty,
            ReadId = request?.Id ?? "",
        };
    }

    private sealed class Factory(Func<ProvisioningStack> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ProvisioningStack) ? create() : null;
    }
}
