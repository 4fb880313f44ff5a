namespace Provisioning.Engine.Programs;

/// <summary>The official Node.js SDK that a program or plugin depends on.</summary>
internal static class NodejsSdk
{
    /// <summary>The folder of the package <c>@pulumi/pulumi</c> as Node.js resolves it from a folder; null when it is not installed.</summary>
    public static string? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var package = Path.Combine(folder.FullName, "node_modules", "@pulumi", "pulumi");
            if (Directory.Exists(package))
                return package;
        }

        return null;
    }
}
