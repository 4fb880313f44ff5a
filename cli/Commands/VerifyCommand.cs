using System.CommandLine;
using Provisioning.Cli.Verification;
using Provisioning.Verification;

namespace Provisioning.Cli.Commands;

/// <summary><c>verify</c>: proves, as each workload would, that what the document grants works and that nothing else does.</summary>
internal sealed class VerifyCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var workloads = new Option<string[]>("--workload", "-w") { Description = "Only verify this workload, compute or pod identity; may be repeated", HelpName = "name" };
        var wait = new WaitOption("--wait", "Wait so long for access that does not count yet (default: not at all)");
        var allowUnchecked = new Option<bool>("--allow-unchecked") { Description = "Succeed although something could not be tried from here" };
        var json = new Option<bool>("--json", "-j") { Description = "Write machine-readable JSON" };
        var command = new Command("verify", "Prove that what the document grants works, and nothing else") { workloads, wait.Option, allowUnchecked, json };
        return run.Handle(command, (arguments, context, cancellationToken) => new VerificationHandler(context, new VerificationChoices
        {
            Names = [.. arguments.GetValue(workloads) ?? []],
            Wait = wait.Read(arguments) ?? WaitPolicy.None,
            AllowUnchecked = arguments.GetValue(allowUnchecked),
            Json = arguments.GetValue(json),
        }).RunAsync(cancellationToken));
    }
}
