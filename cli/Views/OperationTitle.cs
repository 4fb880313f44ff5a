using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Views;

/// <summary>What an operation calls itself: the banner above its table.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Preview">Only foretold.</param>
/// <param name="Stack">The stack's short name.</param>
public sealed record OperationTitle(Operation Operation, bool Preview, string Stack)
{
    /// <summary>The first words of the banner.</summary>
    public string Action => (Operation, Preview) switch
    {
        (Operation.Update, true) => "Previewing update",
        (Operation.Update, false) => "Updating",
        (Operation.Refresh, true) => "Previewing refresh",
        (Operation.Refresh, false) => "Refreshing",
        (Operation.Destroy, true) => "Previewing destroy",
        (Operation.Destroy, false) => "Destroying",
        (Operation.Import, true) => "Previewing import",
        (Operation.Import, false) => "Importing",
        _ => throw new InvalidOperationException($"Unknown operation {Operation}."),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Action} ({Stack})";
}
