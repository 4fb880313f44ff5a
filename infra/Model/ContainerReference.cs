using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A mention of a storage account, or of one of its blob containers: <c>data</c> or <c>data/datasets</c>.</summary>
/// <param name="Account">The account.</param>
/// <param name="Container">The container; empty for the whole account.</param>
/// <param name="Span">Where the document mentions it.</param>
public sealed record ContainerReference(StorageAccount Account, string Container, SourceSpan Span)
{
    /// <summary>Whether every container of the account is meant.</summary>
    public bool IsWholeAccount => Container.Length == 0;

    /// <summary>Renders the reference as the document writes it.</summary>
    public override string ToString() => IsWholeAccount ? Account.Name : $"{Account.Name}/{Container}";
}
