using System.Collections.Immutable;
using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>The resource of the test package.</summary>
internal sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index:Thing", name, args ?? new ThingArgs(), options)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("result")]
    public Output<string> Result { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("more")]
    public Output<ImmutableDictionary<string, object>> More { get; private set; } = null!;

    public Output<DescribeResult> Describe(DescribeArgs args) =>
        Deployment.Instance.Call<DescribeResult>("test:index:Thing/describe", args, this);
}
