using System.Globalization;
using Provisioning.Engine.Providers;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>The packages that the program registered, by the references it got for them. Thread-safe.</summary>
internal sealed class RegisteredPackages
{
    /// <summary>Guards the members below.</summary>
    private readonly Lock gate = new();
    private readonly Dictionary<PackageSource, string> references = [];
    private readonly Dictionary<string, PackageSource> sources = new(StringComparer.Ordinal);

    /// <summary>Registers a package; equal ones get the same reference.</summary>
    /// <exception cref="RpcException">It has no name, or is of a kind that this engine does not have.</exception>
    public RegisterPackageResponse Register(RegisterPackageRequest request)
    {
        if (request.Name.Length == 0)
            throw new RpcException(RpcStatusCode.InvalidArgument, "A package is registered without the name of its plugin.");
        if (request.Extension is { } extension)
            throw new RpcException(RpcStatusCode.Unimplemented, $"The package '{extension.Name}' extends '{request.Name}', which this engine does not support.");

        var parameters = request.Parameterization;
        var source = new PackageSource(
            request.Version,
            request.DownloadUrl,
            request.Name,
            parameters is null ? null : new ProviderParameterization(parameters.Name, parameters.Version, parameters.Value));
        lock (gate)
        {
            if (!references.TryGetValue(source, out var reference))
            {
                reference = $"package-{(references.Count + 1).ToString(CultureInfo.InvariantCulture)}";
                references.Add(source, reference);
                sources.Add(reference, source);
            }

            return new RegisterPackageResponse { Ref = reference };
        }
    }

    /// <summary>Where a request wants its package from: the registered package, or else what it says itself.</summary>
    /// <exception cref="RpcException">The reference was never given out.</exception>
    public PackageSource Find(string reference, string version, string downloadUrl)
    {
        if (reference.Length == 0)
            return new PackageSource(version, downloadUrl);

        lock (gate)
        {
            return sources.TryGetValue(reference, out var source)
                ? source
                : throw new RpcException(RpcStatusCode.InvalidArgument, $"The package reference '{reference}' is unknown; register the package first.");
        }
    }
}
