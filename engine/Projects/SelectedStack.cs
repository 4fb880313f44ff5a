using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Provisioning.Engine.Backends;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Projects;

/// <summary>
/// The stack a user has selected for a project, which is remembered per backend in the file that Pulumi uses:
/// <c>workspaces/&lt;project&gt;-&lt;SHA-1 of the project file's path&gt;-workspace.json</c>.
/// </summary>
public sealed class SelectedStack
{
    private readonly string backendUrl;

    /// <summary>The selection for a project and a backend.</summary>
    /// <param name="project">The project.</param>
    /// <param name="backendUrl">The backend's URL as the user wrote it.</param>
    /// <param name="environment">Tells Pulumi's folder.</param>
    public SelectedStack(Project project, string backendUrl, EnvironmentReader environment)
    {
        this.backendUrl = backendUrl;

        // The digest only makes a name of a path; Pulumi chose SHA-1.
        var digest = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(project.Path)));
        FilePath = Path.Combine(PulumiHome.Directory(environment), "workspaces", $"{project.Name}-{digest}-workspace.json");
    }

    /// <summary>The file it is kept in.</summary>
    public string FilePath { get; }

    /// <summary>The selected stack as it was named; null when there is none.</summary>
    /// <exception cref="ProjectException">The file is damaged.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        var (fallback, stacks) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return stacks.GetValueOrDefault(backendUrl) ?? fallback;
    }

    /// <summary>Selects a stack; null selects none.</summary>
    public async Task SetAsync(string? stack, CancellationToken cancellationToken)
    {
        var (fallback, stacks) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        stacks = stack is null ? stacks.Remove(backendUrl) : stacks.SetItem(backendUrl, stack);
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath) ?? "");
        await DurableFile.WriteAsync(FilePath, Write(fallback, stacks), cancellationToken).ConfigureAwait(false);
    }

    private static byte[] Write(string? fallback, ImmutableSortedDictionary<string, string> stacks)
    {
        var json = new GoJsonWriter(indented: true);
        json.StartObject();
        if (fallback is not null)
        {
            json.Name("stack");
            json.String(fallback);
        }

        if (!stacks.IsEmpty)
        {
            json.Name("stacks");
            json.StartObject();
            foreach (var (url, name) in stacks)
            {
                json.Name(url);
                json.String(name);
            }

            json.EndObject();
        }

        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>The selection of old versions of Pulumi for all backends, and the one of each backend.</summary>
    private async Task<(string? Fallback, ImmutableSortedDictionary<string, string> Stacks)> ReadAsync(CancellationToken cancellationToken)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (!File.Exists(FilePath))
            return (null, none);

        try
        {
            var root = new StateElement(JsonElement.Parse(await File.ReadAllBytesAsync(FilePath, cancellationToken).ConfigureAwait(false)), FilePath);
            var stacks = root.Members("stacks").Select(member => KeyValuePair.Create(member.Name, member.Value.AsText()));
            return (root.Find("stack")?.AsText(), none.SetItems(stacks));
        }
        catch (Exception exception) when (exception is JsonException or State.StateException)
        {
            throw new ProjectException($"'{FilePath}' cannot be read; delete it and select a stack again.", exception);
        }
    }
}
