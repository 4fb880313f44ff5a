namespace Provisioning.Sdk.Generator.Schema;

/// <summary>A member of an enumeration and the string it stands for.</summary>
internal sealed record EnumMember(string CsharpName, string Value);
