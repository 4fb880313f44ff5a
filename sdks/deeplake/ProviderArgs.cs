namespace Pulumi.DeepLake;

/// <summary>Configuration of the package's provider.</summary>
public sealed class ProviderArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Base address of the Deep Lake service. Default: the public service.</summary>
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    [Input("token")]
    private Input<string>? _token;

    /// <summary>API token of an organization's administrator. Secret.</summary>
    public Input<string>? Token
    {
        get => _token;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _token = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    /// <summary>Creates empty arguments.</summary>
    public ProviderArgs()
    {
    }

    /// <summary>Arguments without any value.</summary>
    public static new ProviderArgs Empty => new ProviderArgs();
}
