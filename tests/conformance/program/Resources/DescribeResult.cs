using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>What the method of a thing returns.</summary>
[OutputType]
internal sealed class DescribeResult
{
    public readonly string Described;

    [OutputConstructor]
    private DescribeResult(string described) => Described = described;
}
