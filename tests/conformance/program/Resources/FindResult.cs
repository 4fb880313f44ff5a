using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>What the function returns.</summary>
[OutputType]
internal sealed class FindResult
{
    public readonly string Found;
    public readonly string Hidden;

    [OutputConstructor]
    private FindResult(string found, string hidden) => (Found, Hidden) = (found, hidden);
}
