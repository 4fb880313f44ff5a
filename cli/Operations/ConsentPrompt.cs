using Provisioning.Cli.Terminals;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Spectre.Console;

namespace Provisioning.Cli.Operations;

/// <summary>Asks whether to go on after a preview; no is the answer of who just presses enter.</summary>
internal static class ConsentPrompt
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string Details = "details";

    /// <summary>Whether the user wants the operation.</summary>
    public static bool Ask(Terminal terminal, Operation operation, OperationOutcome preview)
    {
        var noun = operation switch
        {
            Operation.Update => "update",
            Operation.Refresh => "refresh",
            Operation.Destroy => "destroy",
            Operation.Import => "import",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Unknown operation."),
        };
        var title = $"Do you want to perform this {noun}?" + (operation is Operation.Refresh or Operation.Import ? " Only the state changes, no resource does." : "");
        while (true)
        {
            switch (terminal.Console.Prompt(new SelectionPrompt<string>().Title(title).AddChoices(No, Yes, Details)))
            {
                case Yes:
                    return true;
                case No:
                    return false;
                default:
                    foreach (var (op, count) in preview.Changes)
                        terminal.Console.WriteLine($"    {count} {op.Name()}");
                    break;
            }
        }
    }
}
