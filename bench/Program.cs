using System.CommandLine;
using System.Globalization;
using Provisioning.Bench.Measuring;
using Provisioning.Bench.Reports;
using Provisioning.Bench.Scenarios;
using Provisioning.Bench.Subjects;

var sizes = new Option<int[]>("--sizes") { Description = "Sizes of stacks", DefaultValueFactory = _ => [100, 1_000, 5_000, 10_000], AllowMultipleArgumentsPerToken = true };
var distanceSize = new Option<int>("--distance-size") { Description = "Size of the stack that is measured with latency and throttling; 0 for none", DefaultValueFactory = _ => 1_000 };
var repetitions = new Option<int>("--runs") { Description = "How many runs each median is of", DefaultValueFactory = _ => 3 };
var limit = new Option<int>("--limit") { Description = "Seconds that one command may take", DefaultValueFactory = _ => 300 };
var page = new Option<string?>("--page") { Description = "Page whose figures are replaced, with a picture beside it; printed when left out" };
var command = new RootCommand("Measures whole processes of the command line against the sandbox, and Terraform beside it where it is on PATH.")
{
    sizes, distanceSize, repetitions, limit, page,
};
command.SetAction(async (arguments, cancellationToken) =>
{
    if (!OperatingSystem.IsLinux())
    {
        await Console.Error.WriteLineAsync("The benchmark reads the memory of processes from /proc, which only Linux has.");
        return 2;
    }

    var repository = RepositoryRoot();
    var meter = new ProcessMeter(TimeSpan.FromSeconds(arguments.GetValue(limit)));
    var runs = arguments.GetValue(repetitions);

    // The launcher builds when a source has changed; that is not to be measured.
    await new ProcessMeter(TimeSpan.FromMinutes(15)).RunAsync(new MeasuredCommand(Path.Combine(repository, "provision"), ["version"], repository), cancellationToken);

    var load = Machine.Load();
    var startUp = await new StartUp(meter, repository).MeasureAsync((runs * 3) + 1, cancellationToken);
    var scale = new Scale(meter, Console.Error.WriteLine);
    var scaled = new List<ScaleResult>();
    foreach (var size in arguments.GetValue(sizes) ?? [])
    {
        var document = StackDocumentText.OfSize(size);
        foreach (var build in ProvisionBuild.All(repository))
        {
            scaled.AddRange(await scale.MeasureAsync(
                build.Name, size, runs, async () => await ProvisionStack.CreateAsync(build, repository, document, options => options, cancellationToken), cancellationToken));
        }

        if (TerraformStack.Program is not null)
            scaled.AddRange(await scale.MeasureAsync("terraform", size, runs, async () => await TerraformStack.CreateAsync(size, meter, cancellationToken), cancellationToken));
    }

    var distances = new List<DistanceResult>();
    if (arguments.GetValue(distanceSize) is > 0 and var far)
    {
        foreach (var build in ProvisionBuild.All(repository))
        {
            var distance = new Distance(meter, build, repository);
            distances.Add(await distance.MeasureLatencyAsync(far, parallel: 16, cancellationToken));
            distances.Add(await distance.MeasureThrottlingAsync(far, parallel: 16, cancellationToken));
        }
    }

    var results = new Results(
        Machine.Describe(Path.GetTempPath()), (load, Machine.Load()), string.Join(' ', ["dotnet run --project bench -c Release --", .. args]), scaled, distances, startUp);
    await PublishAsync(results, arguments.GetValue(page), cancellationToken);
    return 0;
});
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await command.Parse(args).InvokeAsync();

static async Task PublishAsync(Results results, string? page, CancellationToken cancellationToken)
{
    if (page is null)
    {
        Console.WriteLine(MarkdownReport.Replace("<!-- measured: begin --><!-- measured: end -->", results));
        return;
    }

    await File.WriteAllTextAsync(page, MarkdownReport.Replace(await File.ReadAllTextAsync(page, cancellationToken), results), cancellationToken);
    if (GrowthPlot.Draw(results.Scale) is { } picture)
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(page) ?? ".", "images", "benchmarks.svg"), picture, cancellationToken);
}

static string RepositoryRoot()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "Provisioning.sln")))
            return folder.FullName;
    }

    throw new InvalidOperationException("The benchmark must be built within the repository.");
}
