namespace Pulumi.Tests.Fakes;

internal sealed class Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
    : ProviderResource("pkg", name, args ?? new ProviderArgs(), options);

internal sealed class ProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("retries", json: true)]
    public Input<int>? Retries { get; set; }

    [Input("accounts", json: true)]
    public InputList<string>? Accounts { get; set; }
}
