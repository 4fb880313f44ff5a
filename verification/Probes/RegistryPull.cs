using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Provisioning.Verification.Probes;

/// <summary>Reads an image as far as its configuration: the tags of its repository, the manifest of one, and the head of the blob it names.</summary>
internal sealed class RegistryPull(RegistryConnection registry)
{
    private const string ManifestTypes =
        "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json, "
        + "application/vnd.docker.distribution.manifest.v2+json, application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>Pulls from a repository, or from any when none is named.</summary>
    public async Task<ProbeAnswer> TryAsync(string? repository, CancellationToken cancellationToken)
    {
        if (repository is not null)
            return await ReadAsync(repository, $"'{repository}': nothing there yet", cancellationToken);

        var catalog = await registry.SendAsync(RequestMethod.Get, "/v2/_catalog?n=1", RegistryScope.Catalog, [], cancellationToken);
        return catalog switch
        {
            ServiceReply.Success listed when FirstOf(listed, "repositories") is { } first =>
                await ReadAsync(first, $"'{first}': nothing there any more", cancellationToken),
            ServiceReply.Success =>
                await ReadAsync(RegistryProbe.AbsentRepository, "the registry is empty", cancellationToken),
            ServiceReply.Failure { Status: 401 or 403 } =>
                await ReadAsync(RegistryProbe.AbsentRepository, "the catalog is closed to the caller; pulling is not", cancellationToken),
            _ => RegistryAnswers.Of(catalog),
        };
    }

    private async Task<ProbeAnswer> ReadAsync(string repository, string whenAbsent, CancellationToken cancellationToken)
    {
        var pull = RegistryScope.Repository(repository, "pull");
        var tags = await registry.SendAsync(RequestMethod.Get, $"/v2/{repository}/tags/list?n=1", pull, [], cancellationToken);
        if (tags is not ServiceReply.Success listed)
            return Absence(tags, pull, whenAbsent);
        if (FirstOf(listed, "tags") is not { } tag)
            return new ProbeAnswer.Allowed($"'{repository}': no tags");

        var manifest = await registry.SendAsync(
            RequestMethod.Get, $"/v2/{repository}/manifests/{tag}", pull, [("Accept", ManifestTypes)], cancellationToken);
        if (manifest is not ServiceReply.Success read)
            return Absence(manifest, pull, whenAbsent);

        var image = read.Object();
        if (image["config"]?["digest"]?.ToString() is not { } digest)
            return new ProbeAnswer.Allowed($"{repository}:{tag}, {Count(image, "manifests", "image")}");
        var config = await registry.SendAsync(RequestMethod.Head, $"/v2/{repository}/blobs/{digest}", pull, [], cancellationToken);

        // The registry sends those who may pull to the storage behind it; what is asked for is the registry's consent alone.
        return config is ServiceReply.Success or ServiceReply.Failure { Status: 301 or 302 or 307 or 308 }
            ? new ProbeAnswer.Allowed($"{repository}:{tag}, {Count(image, "layers", "layer")}")
            : Absence(config, pull, $"{repository}:{tag}, without its configuration");
    }

    /// <summary>404 tells somebody with the right to pull that there is nothing, and somebody without it nothing at all.</summary>
    private ProbeAnswer Absence(ServiceReply reply, RegistryScope pull, string whenAbsent) => reply switch
    {
        ServiceReply.Failure { Status: 404 } when registry.IsGranted(pull) => new ProbeAnswer.Allowed(whenAbsent),
        ServiceReply.Failure { Status: 404, Error: var error } when registry.HasToken(pull) =>
            new ProbeAnswer.Refused(401, error.Code, "The registry gave a token without the action 'pull'."),
        _ => RegistryAnswers.Of(reply),
    };

    private static string? FirstOf(ServiceReply.Success reply, string list) => (reply.Object()[list] as JsonArray)?.FirstOrDefault()?.ToString();

    private static string Count(JsonObject manifest, string list, string noun)
    {
        var count = (manifest[list] as JsonArray)?.Count ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count is 1 ? "" : "s")}");
    }
}
