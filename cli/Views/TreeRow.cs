namespace Provisioning.Cli.Views;

/// <summary>A row with the guide lines that show its place below its parent, such as <c>│  ├─ </c>.</summary>
/// <param name="Guide">The lines before the type.</param>
/// <param name="Row">The row.</param>
public sealed record TreeRow(string Guide, ResourceRow Row);
