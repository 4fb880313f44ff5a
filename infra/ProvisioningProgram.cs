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
    public static Task<int> RunAsync() => Deployment.RunAsync<ProvisioningStack>(new StackServices());

    /// <summary>Constructs the stack.</summary>
    internal sealed class StackServices : IServiceProvider
    {
        /// <inheritdoc/>
        public object? GetService(Type serviceType) => serviceType == typeof(ProvisioningStack) ? new ProvisioningStack() : null;
    }
}
