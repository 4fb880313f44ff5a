using Provisioning.Engine.Projects;
using Provisioning.Engine.Projects.Yaml;

namespace Provisioning.Engine.Backends;

/// <summary>The version of a store's layout, which <see cref="StoreLayout.Meta"/> names. We read and write version 1, with projects.</summary>
public static class StoreVersion
{
    /// <summary>What <see cref="StoreLayout.Meta"/> of a new store holds.</summary>
    public static byte[] Content => "version: 1\n"u8.ToArray();

    /// <summary>Refuses a store with another layout.</summary>
    /// <param name="location">What messages call <see cref="StoreLayout.Meta"/>.</param>
    /// <param name="text">Its content.</param>
    /// <param name="store">What messages call the store.</param>
    /// <exception cref="BackendException">It has.</exception>
    public static void Check(string location, string text, string store)
    {
        switch (Version(location, text))
        {
            case "1":
                return;
            case "0":
                throw Legacy(store);
            case null:
                throw new BackendException($"'{location}' does not say a version, so the store may be damaged; write 'version: 1' if its stacks lie in folders of their projects.");
            case var version:
                throw new BackendException($"'{location}' says version {version}, and this engine knows version 1; use the CLI that wrote it.");
        }
    }

    /// <summary>The refusal of a store whose stacks do not lie in folders of their projects.</summary>
    /// <param name="store">What messages call the store.</param>
    public static BackendException Legacy(string store) =>
        new($"The stacks in '{store}' do not lie in folders of their projects, which is Pulumi's old layout; run 'pulumi state upgrade' once.");

    private static string? Version(string location, string text)
    {
        try
        {
            var file = YamlFile.Parse(location, text);
            return file.Text(file.Root, "version");
        }
        catch (ProjectException exception)
        {
            throw new BackendException($"{exception.Message} Write 'version: 1' if the store's stacks lie in folders of their projects.", exception);
        }
    }
}
