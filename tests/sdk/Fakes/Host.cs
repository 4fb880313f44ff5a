using Pulumi.Hosting;

namespace Pulumi.Tests.Fakes;

/// <summary>Runs programs of the stack <c>dev</c> of the project <c>proj</c> against fakes.</summary>
internal sealed class Host
{
    public FakeMonitor Monitor { get; init; } = new();

    public FakeEngine Engine { get; init; } = new();

    public bool IsDryRun { get; init; }

    public Dictionary<string, string> Config { get; init; } = [];

    public List<string> ConfigSecretKeys { get; init; } = [];

    public Task<int> RunAsync(Action program) => RunMainAsync(() => Deployment.RunAsync(program));

    public Task<int> RunAsync(Func<Task> program) => RunMainAsync(() => Deployment.RunAsync(program));

    public Task<int> RunMainAsync(Func<Task<int>> main, CancellationToken cancellationToken = default) =>
        EmbeddedDeployment.RunAsync(
            new()
            {
                Monitor = Monitor,
                Engine = Engine,
                Project = "proj",
                Stack = "dev",
                Organization = "org",
                RootDirectory = "/root",
                IsDryRun = IsDryRun,
                Parallel = 4,
                Config = Config,
                ConfigSecretKeys = ConfigSecretKeys,
            },
            main,
            cancellationToken);

    /// <summary>Runs a program that must succeed.</summary>
    public async Task SucceedAsync(Action program)
    {
        var code = await RunAsync(program);
        Assert.True(code == 0, $"Exit code {code}: {string.Join(Environment.NewLine, Engine.Errors)}");
    }

    /// <summary>Runs a program that must succeed, and gives what it computes.</summary>
    public async Task<T> SucceedAsync<T>(Func<Task<T>> program)
    {
        var result = default(T);
        var code = await RunAsync(async () => { result = await program(); });
        Assert.True(code == 0, $"Exit code {code}: {string.Join(Environment.NewLine, Engine.Errors)}");
        return Assert.IsAssignableFrom<T>(result);
    }
}
