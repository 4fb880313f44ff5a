using Provisioning.Conformance.Program.Resources;
using Pulumi;

namespace Provisioning.Conformance.Program.Scenarios;

/// <summary>Assets and archives.</summary>
internal static class Assets
{
    public static void Declare()
    {
        Declare("text", new StringAsset("hi"));
        Declare("file", new FileAsset("./assets/file.txt"));
        Declare("remote", new RemoteAsset("https://example.com/file.txt"));
        Declare("folder", new FileArchive("./assets/folder"));
        Declare("download", new RemoteArchive("https://example.com/file.zip"));
        Declare("assembled", new AssetArchive(new Dictionary<string, AssetOrArchive>
        {
            ["a.txt"] = new StringAsset("a"),
            ["inner"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["b.txt"] = new FileAsset("./assets/file.txt") }),
        }));
        _ = new Thing("inside", new()
        {
            Any = Output.Create<object>(new Dictionary<string, object> { ["list"] = new object[] { new StringAsset("x") } }),
            Text = "t",
        });
        _ = new Thing("hidden", new() { Any = Output.CreateSecret<object>(new StringAsset("s")) });
    }

    private static void Declare(string name, AssetOrArchive asset) => _ = new Thing(name, new() { Any = Output.Create<object>(asset) });
}
