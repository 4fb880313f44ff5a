using Provisioning.Cli.Commands;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Projects;

namespace Provisioning.Cli.Operations;

/// <summary>The file of an update plan: written by <c>preview --save-plan</c>, held to by <c>up --plan</c>.</summary>
/// <param name="context">The process around it.</param>
/// <param name="store">The stack.</param>
/// <param name="name">The file as the user named it.</param>
internal sealed class PlanFile(CommandContext context, StackStore store, string name)
{
    private readonly string path = Path.GetFullPath(name, context.Settings.Directory);

    /// <summary>Reads the plan.</summary>
    /// <exception cref="PlanException">It is no plan, or not one of this stack with its present configuration.</exception>
    public async Task<UpdatePlan> ReadAsync(CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PlanException(PlanRefusal.Unreadable, $"The plan '{path}' cannot be read: {exception.Message}", exception);
        }

        var plan = await new PlanReader(store.Stack, await store.StateSecretsAsync(cancellationToken)).ReadAsync(content, $"'{path}'", cancellationToken);
        await RequireConfigurationAsync(plan, cancellationToken);
        return plan;
    }

    /// <summary>Writes the plan that a preview made, and says how to hold an update to it.</summary>
    public async Task WriteAsync(OperationOutcome preview, CancellationToken cancellationToken)
    {
        var resources = preview.Planned ?? throw new InvalidOperationException("The preview was not asked for a plan.");
        var plan = new UpdatePlan(preview.Snapshot.Manifest, store.EncryptedConfig, resources);
        var content = await new PlanWriter(await store.StateSecretsAsync(cancellationToken)).WriteAsync(plan, cancellationToken);
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PlanException(PlanRefusal.Unreadable, $"The plan '{path}' cannot be written: {exception.Message}", exception);
        }

        // Standard output may be JSON.
        await context.Terminal.Error.WriteLineAsync($"Wrote the plan to '{path}'; 'up --plan {name}' does what it says, and nothing else.");
    }

    private async Task RequireConfigurationAsync(UpdatePlan plan, CancellationToken cancellationToken)
    {
        var current = store.EncryptedConfig;
        List<ConfigKey> changed = [];
        foreach (var key in plan.Config.Keys.Union(current.Keys).Order())
        {
            if (!await AreEqualAsync(plan.Config.GetValueOrDefault(key), current.GetValueOrDefault(key), cancellationToken))
                changed.Add(key);
        }

        if (changed.Count > 0)
        {
            throw new PlanException(
                PlanRefusal.OtherConfiguration,
                $"The plan '{path}' was made with another configuration, which differs in {string.Join(", ", changed)}; set it back, or make a new plan with 'preview --save-plan'.");
        }
    }

    /// <summary>Whether two values are the same to the program; a secret is encrypted anew whenever it is set.</summary>
    private async Task<bool> AreEqualAsync(ConfigValue? planned, ConfigValue? current, CancellationToken cancellationToken)
    {
        if (planned is null || current is null || planned.Equals(current))
            return Equals(planned, current);

        return planned.IsSecret == current.IsSecret
            && await store.ConfigTextAsync(planned, cancellationToken) == await store.ConfigTextAsync(current, cancellationToken);
    }
}
