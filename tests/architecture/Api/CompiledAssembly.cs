namespace Provisioning.Architecture.Tests.Api;

/// <summary>The assemblies that the program consists of, as they were built for these tests.</summary>
internal static class CompiledAssembly
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
}
