using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>
/// A provider that takes property values as they are in the two calls that every resource makes in every run. Messages would be made of
/// them and read again at once, so providers in the engine's process offer it. The answers are those of the calls with messages.
/// </summary>
public interface IInputChecker
{
    /// <summary>Checks the inputs of a resource.</summary>
    /// <param name="request">The call, without values.</param>
    /// <param name="olds">The inputs in state; empty when it is created.</param>
    /// <param name="news">The inputs of the program.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<CheckedInputs> CheckAsync(CheckRequest request, PropertyMap olds, PropertyMap news, CancellationToken cancellationToken);

    /// <summary>Compares a resource with checked inputs.</summary>
    /// <param name="request">The call, without values.</param>
    /// <param name="oldInputs">The inputs in state.</param>
    /// <param name="outputs">The outputs in state.</param>
    /// <param name="news">The checked inputs.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<DiffResponse> DiffAsync(
        DiffRequest request, PropertyMap oldInputs, PropertyMap outputs, PropertyMap news, CancellationToken cancellationToken);
}
