using System.Reflection;
using Provisioning.Protocol.Rpc;

namespace Pulumi;

/// <summary>Runs a program to its end and turns what happened into an exit code (Pulumi's language host contract).</summary>
internal sealed class ProgramRunner(Deployment deployment)
{
    private const int Succeeded = 0;
    private const int FailedSilently = 1;
    private const int FailedAndLogged = 32;

    /// <summary>Runs a program that is a function.</summary>
    public Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> declare, StackOptions? options) =>
        RunAsync(() => { new Stack(declare, options); });

    /// <summary>Runs a program that is a stack class.</summary>
    public Task<int> RunAsync(Func<Stack> construct) => RunAsync(() => construct().RegisterPropertyOutputs());

    private async Task<int> RunAsync(Action declare)
    {
        try
        {
            var failures = await deployment.Tasks.WhenIdleAsync(Invoke(declare), deployment.CancellationToken).ConfigureAwait(false);
            if (failures.Count > 0)
                return await ReportAsync(failures).ConfigureAwait(false);

            if (deployment.Logger.HasErrors)
                return FailedSilently;

            await deployment.Settings.Monitor.SignalAndWaitForShutdownAsync(deployment.CancellationToken).ConfigureAwait(false);
        }
        catch (RpcException failure) when (failure.Code == RpcStatusCode.Unimplemented)
        {
            // Engines that do not ask for the signal take the end of the program for it.
        }
        catch (Exception failure) when (IsEndOfDeployment(failure))
        {
            return FailedAndLogged;
        }
        catch (RpcException failure)
        {
            return await ReportAsync([new RunException($"The engine could not finish the deployment: {failure.Message}", failure)]).ConfigureAwait(false);
        }

        return Succeeded;
    }

    private static Task Invoke(Action declare)
    {
        try
        {
            declare();
            return Task.CompletedTask;
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }
    }

    private async Task<int> ReportAsync(IReadOnlyList<Exception> failures)
    {
        var logged = false;
        foreach (var failure in failures)
            logged |= await ReportAsync(failure).ConfigureAwait(false);
        return logged ? FailedAndLogged : FailedSilently;
    }

    /// <summary>Tells the user about a failure; false when the engine could not be told.</summary>
    private async Task<bool> ReportAsync(Exception failure)
    {
        if (IsEndOfDeployment(failure))
        {
            // The engine stopped the deployment and has said why, unless it is gone itself.
            if (failure is RpcException { InnerException: not null })
                await Console.Error.WriteLineAsync($"The engine ended the connection: {failure.Message}").ConfigureAwait(false);
            return true;
        }

        if (failure is LogException)
        {
            await Console.Error.WriteLineAsync(failure.ToString()).ConfigureAwait(false);
            return false;
        }

        var (message, resource) = failure switch
        {
            RunException => (failure.Message, null),
            ResourceException of => (of.HideStack ? of.Message : of.ToString(), of.Resource),
            _ => (Unhandled(failure), (Resource?)null),
        };
        try
        {
            await deployment.Logger.Error(message, resource).ConfigureAwait(false);
            return true;
        }
        catch (LogException lost)
        {
            await Console.Error.WriteLineAsync($"{message}{Environment.NewLine}{lost.Message}").ConfigureAwait(false);
            return false;
        }
    }

    private bool IsEndOfDeployment(Exception failure) => failure switch
    {
        RpcException rpc => EngineStopped.IsCauseOf(rpc),
        OperationCanceledException => deployment.CancellationToken.IsCancellationRequested,
        LogException { InnerException: { } inner } => IsEndOfDeployment(inner),
        _ => false,
    };

    private static string Unhandled(Exception failure) =>
        $"The program {Assembly.GetEntryAssembly()?.GetName().Name} failed with an unhandled exception:{Environment.NewLine}{failure}";
}
