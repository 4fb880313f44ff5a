using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>A choice by name.</summary>
[EnumType]
internal readonly struct Kind(string value)
{
    private readonly string value = value;

    public static Kind Blob { get; } = new("Blob");

    public static explicit operator string(Kind kind) => kind.value;
}
