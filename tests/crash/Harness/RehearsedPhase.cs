namespace Provisioning.Crash.Tests.Harness;

/// <summary>A part as it goes when nobody dies.</summary>
/// <param name="World">What the cloud holds then.</param>
/// <param name="State">What the state holds then.</param>
/// <param name="End">How the command ended.</param>
/// <param name="DeletedApplications">How many applications it deletes; each is kept by the directory for a while.</param>
internal sealed record RehearsedPhase(IReadOnlyList<string> World, IReadOnlyList<string> State, ChildEnd End, int DeletedApplications);
