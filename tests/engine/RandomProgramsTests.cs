using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>
/// Random programs, changed from run to run, with calls that fail at random: whatever happens, every state on the way
/// can be worked with (the harness checks that), and the first run without failures makes the cloud what the program says.
/// </summary>
public sealed class RandomProgramsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_cloud_becomes_what_the_program_says(int seed)
    {
        var random = new Random(seed);
        var stack = new TestStack();
        for (var run = 0; run < 5; run++)
        {
            var failures = random.Next(3) == 0 ? 0.0 : 0.15;
            FailAtRandom(stack.Cloud, new Random(random.Next()), failures);
            stack.Cloud.DeletesBeforeReplace = random.Next(2) == 0;
            var options = new OperationOptions { ContinueOnError = random.Next(2) == 0, Refresh = random.Next(3) == 0, Parallel = random.Next(1, 5) };
            await stack.UpAsync(RandomProgram.Next(random).RunAsync, options);
        }

        FailAtRandom(stack.Cloud, random, 0);
        var program = RandomProgram.Next(random);
        var outcome = await stack.UpAsync(program.RunAsync);

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(program.Names.Order(), stack.Names.Order());
        Assert.Equal(
            stack.Snapshot.Resources.Where(resource => resource.Custom && !resource.Urn.IsProvider).Select(resource => resource.Id).Order(),
            stack.Cloud.Resources.Keys.Order());

        await stack.UpAsync(program.RunAsync);
        Assert.All(stack.Events.Steps, step => Assert.StartsWith("same ", step));

        await stack.DestroyAsync();
        Assert.Empty(stack.Snapshot.Resources);
        Assert.Empty(stack.Cloud.Resources);
    }

    private static void FailAtRandom(FakeCloud cloud, Random random, double probability)
    {
        cloud.OnCreate = (request, _) => Fails() ? throw Failure("create") : Task.FromResult<CreateResponse?>(null);
        cloud.OnUpdate = _ => Fails() ? throw Failure("update") : Task.FromResult<UpdateResponse?>(null);
        cloud.OnDelete = (request, _) => Fails() ? throw Failure("delete") : DeleteParts(cloud, request.Id);

        bool Fails()
        {
            lock (random)
                return random.NextDouble() < probability;
        }
    }

    /// <summary>What belongs to a resource goes with it, as the programs say by <c>deletedWith</c>.</summary>
    private static Task DeleteParts(FakeCloud cloud, string owner)
    {
        foreach (var part in cloud.Resources.Where(resource => resource.Value.Fields.TryGetValue("owner", out var value) && value.StringValue == owner))
        {
            cloud.Resources.TryRemove(part.Key, out _);
            DeleteParts(cloud, part.Key);
        }

        return Task.CompletedTask;
    }

    private static RpcException Failure(string what) => new(RpcStatusCode.Aborted, $"It was not possible to {what} it.");

    /// <summary>A list of declarations; each refers to earlier ones.</summary>
    private sealed record RandomProgram(IReadOnlyList<Declaration> Declarations)
    {
        public IEnumerable<string> Names => Declarations.Select(declaration => declaration.Name);

        public static RandomProgram Next(Random random)
        {
            var names = Enumerable.Range(0, 12).Select(i => $"r{i}").ToArray();
            random.Shuffle(names);
            var declarations = new List<Declaration>();
            foreach (var name in names[..random.Next(1, names.Length)])
            {
                declarations.Add(new Declaration(
                    name,
                    IsComponent: int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture) % 4 == 0,
                    Parent: Pick(declaration => declaration.IsComponent),
                    Input: Pick(declaration => !declaration.IsComponent),
                    Order: Pick(_ => true),
                    DeletedWith: random.Next(4) == 0 ? Pick(declaration => !declaration.IsComponent) : null,
                    ReplaceWith: random.Next(4) == 0 ? Pick(declaration => !declaration.IsComponent) : null,
                    Zone: random.Next(3),
                    DeletesFirst: random.Next(3) == 0));
            }

            return new RandomProgram(declarations);

            string? Pick(Func<Declaration, bool> isCandidate)
            {
                var candidates = declarations.Where(isCandidate).ToList();
                return candidates.Count == 0 || random.Next(2) == 0 ? null : candidates[random.Next(candidates.Count)].Name;
            }
        }

        public async Task RunAsync(TestProgram program)
        {
            var registered = new Dictionary<string, Task<RegisterResourceResponse>>();
            foreach (var declaration in Declarations)
                registered[declaration.Name] = declaration.RegisterAsync(program, registered);
            await Task.WhenAll(registered.Values);
        }
    }

    private sealed record Declaration(
        string Name,
        bool IsComponent,
        string? Parent,
        string? Input,
        string? Order,
        string? DeletedWith,
        string? ReplaceWith,
        int Zone,
        bool DeletesFirst)
    {
        public async Task<RegisterResourceResponse> RegisterAsync(TestProgram program, IReadOnlyDictionary<string, Task<RegisterResourceResponse>> others)
        {
            // Looked up before the first wait, while only earlier declarations are there.
            var references = new[] { Parent, Input, Order, DeletedWith, ReplaceWith }.OfType<string>().Distinct().ToDictionary(name => name, name => others[name]);
            await Task.WhenAll(references.Values);
            var inputs = Map(("size", Zone));
            if (Input is not null)
                inputs = inputs.With("zone", references[Input].Result.Id);
            if (DeletedWith is not null)
                inputs = inputs.With("owner", references[DeletedWith].Result.Id);
            return IsComponent
                ? await program.RegisterComponentAsync(Name, request => Configure(request, references))
                : await program.RegisterAsync(Name, inputs, request => Configure(request, references));
        }

        private void Configure(RegisterResourceRequest request, IReadOnlyDictionary<string, Task<RegisterResourceResponse>> references)
        {
            request.Parent = Parent is null ? "" : references[Parent].Result.Urn;
            request.DeletedWith = DeletedWith is null || IsComponent ? "" : references[DeletedWith].Result.Urn;
            request.DeleteBeforeReplace = DeletesFirst;
            request.DeleteBeforeReplaceDefined = DeletesFirst;
            if (ReplaceWith is not null && !IsComponent)
                request.ReplaceWith.Add(references[ReplaceWith].Result.Urn);
            if (Order is not null)
                request.DependsOn(references[Order].Result.Urn);
            if (Input is not null && !IsComponent)
                request.InputDependsOn("zone", references[Input].Result.Urn);
            if (DeletedWith is not null && !IsComponent)
                request.InputDependsOn("owner", references[DeletedWith].Result.Urn);
        }
    }
}
