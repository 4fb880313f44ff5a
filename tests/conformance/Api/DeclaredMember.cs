namespace Provisioning.Conformance.Tests.Api;

/// <summary>A member of a class, an interface or an enumeration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="Type">
/// Its type without what says only that a value is an input or an output: <c>pulumi.Input&lt;string[] | undefined&gt;</c>
/// is <c>string[]</c>. The value of an enumeration's member, in quotes.
/// </param>
internal sealed record DeclaredMember(string Name, bool IsOptional, string Type)
{
    public override string ToString() => $"{Name}{(IsOptional ? "?" : "")}: {Type}";
}
