namespace Provisioning.Providers.DeepLake.Hosting;

/// <summary>The arguments that Pulumi's engine starts a plugin with: flags for logging, and its own address at the end.</summary>
/// <param name="EngineAddress">Where the engine listens (<c>127.0.0.1:port</c>); null when the engine is to attach itself.</param>
internal sealed record PluginArguments(string? EngineAddress)
{
    /// <summary>The one flag whose value is an argument of its own.</summary>
    private const string Tracing = "--tracing";

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">The address is none.</exception>
    public static PluginArguments Parse(IReadOnlyList<string> arguments)
    {
        var address = arguments.Where((argument, i) => !argument.StartsWith('-') && (i == 0 || arguments[i - 1] != Tracing)).LastOrDefault();
        return address is null || (address.Split(':') is [{ Length: > 0 }, var port] && ushort.TryParse(port, out _))
            ? new PluginArguments(address)
            : throw new FormatException($"'{address}' is not the address of an engine, such as 127.0.0.1:4711.");
    }
}
