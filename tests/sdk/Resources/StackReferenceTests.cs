using Google.Protobuf.WellKnownTypes;
using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Resources;

public sealed class StackReferenceTests
{
    [Fact]
    public async Task StackReference_IsReadByTheNameOfTheStack()
    {
        var host = Exporting();
        await host.SucceedAsync(() => _ = new StackReference("ref", new() { Name = "org/net/dev" }));

        var request = Assert.Single(host.Monitor.All<ReadResourceRequest>());
        Assert.Equal(("pulumi:pulumi:StackReference", "ref", "org/net/dev"), (request.Type, request.Name, request.Id));
        Assert.Equal("org/net/dev", request.Properties.Fields["name"].StringValue);
    }

    [Fact]
    public async Task StackReference_WithoutArgs_TakesItsOwnName()
    {
        var host = Exporting();
        await host.SucceedAsync(() => _ = new StackReference("org/net/dev"));

        Assert.Equal("org/net/dev", Assert.Single(host.Monitor.All<ReadResourceRequest>()).Id);
    }

    [Fact]
    public async Task GetOutput_PlainOutputBesideSecretOnes_IsPlain()
    {
        var output = await ReadAsync(reference => Task.FromResult(reference.GetOutput("plain")));

        Assert.Equal("p", await output.ValueAsync());
        Assert.False(await output.IsSecretAsync());
    }

    [Fact]
    public async Task GetOutput_SecretOutput_IsSecret() =>
        Assert.True(await ReadAsync(reference => reference.GetOutput("secret").IsSecretAsync()));

    [Fact]
    public async Task GetOutput_MissingOutput_IsNull() =>
        Assert.True(await ReadAsync(async reference => await reference.GetOutput("missing").ValueAsync() is null));

    [Fact]
    public async Task RequireOutput_MissingOutput_FailsNamingOutputAndStack()
    {
        var host = Exporting();

        var code = await host.RunAsync(() => { new StackReference("org/net/dev").RequireOutput("missing"); });

        Assert.Equal(32, code);
        var error = Assert.Single(host.Engine.Errors);
        Assert.Contains("missing", error, StringComparison.Ordinal);
        Assert.Contains("org/net/dev", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetValueAsync_SecretOutput_Refuses() =>
        Assert.IsType<InvalidOperationException>(await ReadAsync(async reference => (object?)await Record.ExceptionAsync(() => reference.GetValueAsync("secret"))));

    [Fact]
    public async Task GetValueAsync_PlainOutput_GivesIt() =>
        Assert.Equal("p", await ReadAsync(reference => reference.RequireValueAsync("plain")));

    [Fact]
    public async Task GetOutputDetailsAsync_TellsPlainFromSecret()
    {
        var (plain, secret) = await ReadAsync(async reference =>
            (await reference.GetOutputDetailsAsync("plain"), await reference.GetOutputDetailsAsync("secret")));

        Assert.Equal(new StackReferenceOutputDetails { Value = "p" }, plain);
        Assert.Equal(new StackReferenceOutputDetails { SecretValue = "s" }, secret);
    }

    [Fact]
    public async Task StackReference_IsADependencyOfWhatUsesItsOutputs()
    {
        var host = Exporting();
        await host.SucceedAsync(() => _ = new Thing("t", new() { Name = new StackReference("r").GetOutput("plain").Apply(value => $"{value}") }));

        Assert.EndsWith("::r", Assert.Single(host.Monitor.Registration("t").Dependencies), StringComparison.Ordinal);
    }

    private static Task<T> ReadAsync<T>(Func<StackReference, Task<T>> read) => Exporting().SucceedAsync(() => read(new StackReference("org/net/dev")));

    private static Host Exporting() => new()
    {
        Monitor = new()
        {
            OnRead = (request, usual) =>
            {
                if (request.Type != "pulumi:pulumi:StackReference")
                    return usual;

                usual.Properties = Google.Protobuf.JsonParser.Default.Parse<Struct>(
                    """
                    {
                      "name": "org/net/dev",
                      "outputs": {
                        "plain": "p",
                        "secret": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "s" }
                      },
                      "secretOutputNames": ["secret"]
                    }
                    """);
                return usual;
            },
        },
    };
}
