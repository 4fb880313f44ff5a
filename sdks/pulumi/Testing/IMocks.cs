namespace Pulumi.Testing;

/// <summary>Stands for the engine and all providers in tests of a program.</summary>
public interface IMocks
{
    /// <summary>Answers the registration, or reading, of a resource; not of the stack.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>
    /// Its id, and its outputs by wire name: a dictionary, or an object that is sent as one. A null id stands for the one the
    /// program asked for, an empty one for an unknown id.
    /// </returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers the call of a function or method.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The result by wire name: a dictionary, or an object that is sent as one.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Takes note of the outputs of a component or of the stack.</summary>
    /// <param name="args">The outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
