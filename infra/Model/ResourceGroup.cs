using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>The resource group that holds everything the program creates; its region and tags are the document's.</summary>
/// <param name="AzureName">Name of the group.</param>
/// <param name="Existing">Id of the existing group; null when the program creates it.</param>
/// <param name="Span">Where the document names it.</param>
public sealed record ResourceGroup(string AzureName, ArmId? Existing, SourceSpan Span);
