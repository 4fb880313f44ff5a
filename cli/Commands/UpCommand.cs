using System.CommandLine;
using Provisioning.Cli.Operations;
using Provisioning.Cli.Verification;
using Provisioning.Engine.Operations;
using Provisioning.Verification;

namespace Provisioning.Cli.Commands;

/// <summary><c>up</c>: make the cloud what the stack document says.</summary>
internal sealed class UpCommand : ICommandDefinition
{
    /// <summary>How long Azure takes at most until a role assignment counts, by its own word.</summary>
    private static readonly TimeSpan AzureAtMost = TimeSpan.FromMinutes(10);

    public Command Build(CommandRunner run)
    {
        var switches = new OperationSwitches();
        var command = new Command("up", "Make the cloud what the stack document says");
        command.Aliases.Add("update");
        switches.AddToUpdate(command);
        var verify = new Option<bool>("--verify") { Description = "Then verify the stack, and wait until its access is effective" };
        var wait = new WaitOption("--verify-wait", "Wait so long for that (default: 10m)");
        command.Options.Add(verify);
        command.Options.Add(wait.Option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(wait.Option) is not null && !result.GetValue(verify))
                result.AddError("--verify-wait says how long --verify waits; give both.");
        });
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var choices = switches.Read(arguments, Operation.Update);
            var exit = await new OperationHandler(context, choices).RunAsync(cancellationToken);
            if (exit is not ExitCode.Success || !arguments.GetValue(verify))
                return exit;
            var verification = new VerificationChoices { Wait = wait.Read(arguments) ?? new WaitPolicy(AzureAtMost), Json = choices.Json };
            return await new VerificationHandler(context, verification).RunAsync(cancellationToken);
        });
    }
}
