using Provisioning.Engine.Hooks;

namespace Provisioning.Engine.Operations;

/// <summary>What a program may add to a run besides resources.</summary>
/// <param name="Packages">Packages that it refers to.</param>
/// <param name="ResourceTransforms">Functions that change registrations.</param>
/// <param name="InvokeTransforms">Functions that change calls of provider functions.</param>
/// <param name="Hooks">Functions that are called around operations.</param>
internal sealed record ProgramExtensions(
    RegisteredPackages Packages, ResourceTransforms ResourceTransforms, InvokeTransforms InvokeTransforms, HookRegistry Hooks);
