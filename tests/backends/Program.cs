using Provisioning.Backends.Azure.Tests.Harness;

namespace Provisioning.Backends.Azure.Tests;

/// <summary>What a process of these tests does when it is started by them.</summary>
internal static class Program
{
    public static Task Main(string[] arguments) => arguments is [LoadedAssemblies.Argument, .. var command] ? LoadedAssemblies.PrintAsync(command) : Contender.RunAsync(arguments[0]);
}
