using Provisioning.Infra.Model;
using Pulumi;

namespace Provisioning.Infra;

/// <summary>Runs the program, under whichever engine started it.</summary>
public static class ProvisioningProgram
{
    /// <summary>
    /// Deploys the stack's document. The stack is constructed by a service provider rather than by <c>new TStack()</c>, which
    /// would wrap what the constructor throws, so that an error in the document would end in a stack trace.
    /// </summary>
    /// <returns>The exit code for the engine.</returns>
    public static Task<int> RunAsync() => RunAsync(StackDocumentSource.ReadFile);

    /// <summary>Deploys the stack's document for a host that has its own way to read it, or has read it already.</summary>
    /// <param name="read">Reads the document of a path.</param>
    /// <inheritdoc cref="RunAsync()" path="/returns"/>
    public static Task<int> RunAsync(Func<string, LoadResult> read) => Deployment.RunAsync<ProvisioningStack>(new StackServices(read));

    /// <summary>Constructs the stack.</summary>
    /// <param name="read">Reads the document of a path.</param>
    internal sealed class StackServices(Func<string, LoadResult> read) : IServiceProvider
    {
        /// <inheritdoc/>
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ProvisioningStack) ? new ProvisioningStack(StackDocumentSource.Load(read)) : null;
    }
}
