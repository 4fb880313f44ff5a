using Pulumirpc;

namespace Provisioning.Engine.Hooks;

/// <summary>A function of the program that is called around the operations of resources.</summary>
/// <param name="Callback">The function.</param>
/// <param name="OnDryRun">Whether previews call it too.</param>
/// <param name="IgnoreErrors">Whether its failure is only a warning.</param>
internal sealed record Hook(Callback Callback, bool OnDryRun, bool IgnoreErrors);
