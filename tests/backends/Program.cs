using Provisioning.Backends.Azure.Tests.Harness;

namespace Provisioning.Backends.Azure.Tests;

/// <summary>What a process of these tests does when it is started by them.</summary>
internal static class Program
{
    public static Task Main(string[] arguments) => Contender.RunAsync(arguments[0]);
}
