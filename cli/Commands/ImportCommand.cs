using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Operations;
using Provisioning.Engine.Operations;
using Provisioning.Engine.State;

namespace Provisioning.Cli.Commands;

/// <summary><c>import</c>: takes an existing resource into the stack; the cloud stays as it is.</summary>
internal sealed class ImportCommand : ICommandDefinition
{
    private readonly OperationSwitches switches = new();

    private readonly Argument<string[]> what = new("resource")
    {
        Description = "<address> <id> for an entry of the document, such as registries.main; or <type> <name> <id>",
        Arity = new ArgumentArity(2, 3),
    };

    private readonly Option<string> parent = new("--parent") { Description = "The parent of a resource given by type, as <name>=<urn> or <urn>", HelpName = "urn" };

    private readonly Option<bool> protect = new("--protect")
    {
        Description = "Protect it until the next update makes it what the program says",
        DefaultValueFactory = _ => true,
    };

    public Command Build(CommandRunner run)
    {
        var command = new Command("import", "Take an existing resource into the stack") { what, parent, protect };
        switches.AddToImport(command);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var choices = switches.Read(arguments, Operation.Import);
            var imports = await ReadAsync(arguments, context, choices, cancellationToken);
            return await new OperationHandler(context, choices with { Imports = imports }).RunAsync(cancellationToken);
        });
    }

    private async Task<IReadOnlyList<ResourceImport>> ReadAsync(
        ParseResult arguments, CommandContext context, OperationChoices choices, CancellationToken cancellationToken) => arguments.GetValue(what) switch
    {
        [var address, var id] => await new ImportPlan(context, choices).OfEntryAsync(address, id, arguments.GetValue(protect), cancellationToken),
        [var type, var name, var id] =>
        [
            new ResourceImport { Type = type, Name = name, Id = id, Parent = ParentOf(arguments), Protect = arguments.GetValue(protect) },
        ],
        _ => throw new InvalidOperationException("The command line holds two or three arguments."),
    };

    private Urn? ParentOf(ParseResult arguments)
    {
        if (arguments.GetValue(parent) is not { } text)
            return null;

        // Pulumi takes a name for the code it writes, which this command does not do.
        var urn = text.StartsWith("urn:", StringComparison.Ordinal) ? text : text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return Urn.TryParse(urn, out var parsed)
            ? parsed
            : throw new CommandException(new CommandError("ACC7020", ExitCode.Usage, $"The parent '{text}' is no URN (urn:pulumi:<stack>::<project>::<type>::<name>)."));
    }
}
