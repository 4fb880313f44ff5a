using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Checks;

/// <summary>One thing that must hold of an actor.</summary>
internal interface ICheck
{
    /// <summary>What is checked, as a sentence about the actor: <c>pulls from registries.private</c>.</summary>
    string What { get; }

    /// <summary>Tries it once.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Verdict> TryAsync(CancellationToken cancellationToken);
}
