using Azure.Identity;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;
using Provisioning.Protocol.Rpc;
using Provisioning.Verification.Stacks;

namespace Provisioning.Cli.Diagnostics;

/// <summary>Which failures are expected, and what the user is told of each. Anything else is a bug.</summary>
internal static class ErrorTranslation
{
    public static CommandError? Translate(Exception exception) => exception switch
    {
        CommandException command => command.Error,
        StackLockedException locked => new CommandError("ACC6001", ExitCode.Error, locked.Message),
        StackNotFoundException missing => new CommandError("ACC6004", ExitCode.StackNotFound, missing.Message),
        BackendException backend => new CommandError("ACC6002", ExitCode.Error, backend.Message),
        StateException state => new CommandError("ACC6005", ExitCode.Error, state.Message),
        StateEditException edit => new CommandError(IdOf(edit.Refusal), ExitCode.Error, edit.Message),
        PlanException plan => new CommandError(IdOf(plan.Refusal), ExitCode.Usage, plan.Message),
        ProjectException project => new CommandError("ACC7006", ExitCode.Usage, project.Message),
        SecretsException secrets => Of(secrets),
        NotDeployedException undeployed => new CommandError("ACC7032", ExitCode.Error, undeployed.Message),
        RpcException { Code: RpcStatusCode.InvalidArgument or RpcStatusCode.FailedPrecondition } setting => new CommandError("ACC7033", ExitCode.Usage, setting.Message),
        AuthenticationFailedException refused => new CommandError("ACC7034", ExitCode.Authentication, refused.Message.Split('\n')[0].Trim()),
        _ => null,
    };

    private static CommandError Of(SecretsException secrets) => secrets.Refusal switch
    {
        SecretsRefusal.Passphrase => new CommandError("ACC6003", ExitCode.Usage, secrets.Message),
        SecretsRefusal.UnusableProvider => new CommandError("ACC6025", ExitCode.Usage, secrets.Message),
        SecretsRefusal.AccessDenied => new CommandError("ACC6040", ExitCode.Authentication, secrets.Message),
        SecretsRefusal.UnusableKey => new CommandError("ACC6041", ExitCode.Usage, secrets.Message),
        SecretsRefusal.Unreachable => new CommandError("ACC6042", ExitCode.Error, secrets.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(secrets), secrets.Refusal, "Unknown refusal."),
    };

    private static string IdOf(PlanRefusal refusal) => refusal switch
    {
        PlanRefusal.Unreadable => "ACC6028",
        PlanRefusal.OtherStack => "ACC6029",
        PlanRefusal.OtherConfiguration => "ACC6030",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Unknown refusal."),
    };

    private static string IdOf(StateEditRefusal refusal) => refusal switch
    {
        StateEditRefusal.NoSuchResource => "ACC6020",
        StateEditRefusal.Protected => "ACC6021",
        StateEditRefusal.HasDependents => "ACC6022",
        StateEditRefusal.UnusableName => "ACC6023",
        StateEditRefusal.BeyondRepair => "ACC6024",
        StateEditRefusal.StackNotEmpty => "ACC6027",
        StateEditRefusal.UnusableStackName => "ACC6031",
        StateEditRefusal.StackExists => "ACC6032",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Unknown refusal."),
    };
}
