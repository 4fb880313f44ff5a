using System.Collections.Immutable;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Tests.Projects;

public sealed class PrebuiltProjectTests
{
    [Fact]
    public void ProgramAndPlugins_AreReplaced_AndAllElseStays() => Assert.Equal(
        """
        # Ours.
        name: shop
        runtime:
          name: dotnet
          options:
            binary: bin/Shop
        plugins:
          providers:
            - name: other
              path: ./other
            - name: deeplake
              path: ./bin
        backend:
          url: azblob://state # kept

        """,
        Write(
            """
            # Ours.
            name: shop
            runtime: dotnet
            main: infra
            plugins:
              providers:
                - name: deeplake
                  path: ./providers/deeplake
                - name: other
                  path: ./other
            backend:
              url: azblob://state # kept

            """));

    [Fact]
    public void ProjectWithoutPlugins_GetsThem()
    {
        var written = ProjectReader.Parse("/shop/Pulumi.yaml", Write("name: shop\nruntime: dotnet\n"));

        Assert.Equal(new PluginDeclaration("deeplake", "./bin", ""), Assert.Single(written.ProviderPlugins));
        Assert.Equal("bin/Shop", written.Runtime.Options["binary"]);
    }

    private static string Write(string text) => PrebuiltProject.Write(
        ProjectReader.Parse("/shop/Pulumi.yaml", text),
        text,
        "bin/Shop",
        ImmutableSortedDictionary<string, string>.Empty.Add("deeplake", "./bin"));
}
