using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A resolved mention of one entry by another.</summary>
/// <typeparam name="T">Kind of the entry.</typeparam>
/// <param name="Target">The entry that is meant.</param>
/// <param name="Span">Where the document mentions it.</param>
public sealed record Reference<T>(T Target, SourceSpan Span)
    where T : Entry
{
    /// <summary>Short name of the target.</summary>
    public string Name => Target.Name;
}
