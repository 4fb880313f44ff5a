using System.Security.Cryptography;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Rendering;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.State;
using Provisioning.Infra.Components;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Operations;

/// <summary>
/// What has to be imported for an entry of the document. The program says it: a dry run of an update shows under which name, parent and
/// provider it is going to deploy the entry.
/// </summary>
/// <param name="context">The process around it.</param>
/// <param name="choices">What the user asked for.</param>
internal sealed class ImportPlan(CommandContext context, OperationChoices choices)
{
    /// <summary>The entry's component, and in it the resource.</summary>
    /// <param name="address">The entry, such as <c>registries.main</c>.</param>
    /// <param name="id">The id of the existing resource.</param>
    /// <param name="protect">Whether the resource is protected.</param>
    /// <param name="cancellationToken">Stops the dry run.</param>
    /// <exception cref="CommandException">The document has no such entry, or reads it only.</exception>
    public async Task<IReadOnlyList<ResourceImport>> OfEntryAsync(string address, string id, bool protect, CancellationToken cancellationToken)
    {
        var entry = EntryAddress.Find(address) ?? throw Unknown(address);
        var planned = await DryRunAsync(cancellationToken);
        var component = planned.Resources.FirstOrDefault(resource => resource.Urn.Type == entry.ComponentType && resource.Urn.Name == entry.Name)
            ?? throw Unknown(address);
        var resource = planned.Resources.First(resource => resource.Custom && resource.Parent == component.Urn && resource.Urn.Name == entry.Name);
        if (resource.External)
            throw new CommandException(new CommandError("ACC7021", ExitCode.Usage, $"The document says '{address}' exists and is only read; give its name instead of its id to manage it."));

        return
        [
            new ResourceImport { Type = component.Urn.Type, Name = component.Urn.Name },
            new ResourceImport
            {
                Type = resource.Urn.Type,
                Name = resource.Urn.Name,
                Id = id,
                Parent = component.Urn,
                Dependencies = resource.Dependencies,
                Version = VersionOf(resource, planned),
                Protect = protect,
            },
        ];
    }

    private async Task<Snapshot> DryRunAsync(CancellationToken cancellationToken)
    {
        using var deployment = await StackDeployment.OpenAsync(context, Operation.Update, cancellationToken);
        var snapshot = await deployment.Store.ExistsAsync(cancellationToken)
            ? (await deployment.Store.LoadAsync(cancellationToken)).Snapshot
            : Snapshot.Empty;
        var request = deployment.Request(choices with { Operation = Operation.Update }, snapshot, NoJournal.Instance, dryRun: true);
        var progress = new OperationProgress(new OperationTitle(request.Kind, request.DryRun, request.Stack.Stack));
        var outcome = await new OperationRunner(context.Host.Time, RandomNumberGenerator.Create()).RunAsync(
            request with { Events = new EventFanout([progress]) }, cancellationToken);
        if (outcome.Result == OperationResult.Succeeded)
            return outcome.Snapshot;

        SummaryReport.Write(context.Terminal, progress.Snapshot(), PropertyMap.Empty);
        throw new CommandException(new CommandError("ACC7022", ExitCode.Error, "The document cannot be deployed as it is, so nothing was imported."));
    }

    private static string VersionOf(ResourceState resource, Snapshot planned) =>
        planned.Resources.FirstOrDefault(provider => provider.Urn == resource.Provider?.Urn)?.Inputs.GetOrNull("version") is PropertyValue.StringValue version
            ? version.Value
            : "";

    private static CommandException Unknown(string address) => new(new CommandError(
        "ACC7023", ExitCode.Usage, $"The document has no '{address}' that the program deploys; an address is a section and a name, such as registries.main."));
}
