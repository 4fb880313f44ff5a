namespace Provisioning.Infra.Model;

/// <summary>A compute target that exists already and is only read; its identity is what the document says it has.</summary>
public sealed record ExistingCompute : Compute;
