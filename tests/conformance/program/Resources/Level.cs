namespace Provisioning.Conformance.Program.Resources;

/// <summary>A choice by number.</summary>
internal enum Level
{
    Low = 1,
    High = 2,
}
