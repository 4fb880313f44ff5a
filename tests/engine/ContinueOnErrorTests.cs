using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>After a failure everything goes on that does not depend on what failed.</summary>
public sealed class ContinueOnErrorTests
{
    private static readonly OperationOptions Options = new() { ContinueOnError = true };

    private readonly TestStack stack = new();

    public ContinueOnErrorTests() => stack.Cloud.OnCreate = (request, _) => request.Name == "fails"
        ? throw new RpcException(RpcStatusCode.PermissionDenied, "You may not create it.")
        : Task.FromResult<CreateResponse?>(null);

    [Fact]
    public async Task The_program_is_told_of_each_failure()
    {
        var results = new List<Result>();

        var outcome = await stack.UpAsync(
            async program =>
            {
                var failed = await program.RegisterAsync("fails", options: Reporting);
                var skipped = await program.RegisterAsync("dependent", options: request =>
                {
                    Reporting(request);
                    request.DependsOn(failed.Urn);
                });
                var created = await program.RegisterAsync("independent", options: Reporting);
                results.AddRange([failed.Result, skipped.Result, created.Result]);
            },
            Options);

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([Result.Fail, Result.Skip, Result.Success], results);
        Assert.Equal(["independent"], stack.Names);
        Assert.DoesNotContain("Check dependent", stack.Cloud.Calls);
    }

    [Fact]
    public async Task A_program_that_knows_no_results_gets_an_error()
    {
        await stack.UpAsync(
            async program =>
            {
                var error = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("fails"));
                Assert.Equal(RpcStatusCode.Internal, error.Code);
                await program.RegisterAsync("independent");
            },
            Options);

        Assert.Equal(["independent"], stack.Names);
    }

    [Fact]
    public async Task Children_of_what_failed_are_skipped()
    {
        Result? result = null;
        await stack.UpAsync(
            async program =>
            {
                var failed = await program.RegisterAsync("fails", options: Reporting);
                result = (await program.RegisterAsync("child", options: request =>
                {
                    Reporting(request);
                    request.Parent = failed.Urn;
                })).Result;
            },
            Options);

        Assert.Equal(Result.Skip, result);
    }

    [Fact]
    public async Task Resources_of_a_provider_that_failed_are_skipped()
    {
        stack.Cloud.OnConfigure = _ => throw new RpcException(RpcStatusCode.Unauthenticated, "Log in first.");
        Result? result = null;

        await stack.UpAsync(async program => result = (await program.RegisterAsync("a", options: Reporting)).Result, Options);

        Assert.Equal(Result.Skip, result);
        Assert.Equal(["default: Log in first."], stack.Events.Errors);
    }

    [Fact]
    public async Task What_is_not_declared_any_more_is_deleted_unless_what_failed_needs_it()
    {
        stack.Cloud.OnUpdate = _ => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not change it.");
        await stack.UpAsync(async program =>
        {
            var needed = await program.RegisterAsync("needed");
            await program.RegisterAsync("unneeded");
            await program.RegisterAsync("a", Map(("size", "small")), request => request.DependsOn(needed.Urn));
        });

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large")), Reporting), Options);

        Assert.Equal(["needed", "a"], stack.Names);
        Assert.Equal(["update a", "delete unneeded"], stack.Events.Steps);
    }

    [Fact]
    public async Task Other_deletions_go_on_after_one_failed()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
            await program.RegisterAsync("c");
        });
        stack.Cloud.OnDelete = (request, _) => request.Name == "b"
            ? throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.")
            : Task.CompletedTask;

        await stack.DestroyAsync(Options);

        Assert.Equal(["a", "b"], stack.Names);
    }

    [Fact]
    public async Task What_was_to_be_deleted_before_a_replacement_and_was_not_is_left_alone()
    {
        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)), request =>
            {
                Reporting(request);
                request.DeleteBeforeReplace = true;
            });
            foreach (var name in new[] { "b", "c" })
            {
                await program.RegisterAsync(name, Map(("zone", zone)), request =>
                {
                    Reporting(request);
                    if (zone == "1")
                        request.InputDependsOn("zone", a.Urn);
                });
            }
        };
        await stack.UpAsync(Program("1"));
        stack.Cloud.OnDelete = (request, _) => request.Name == "c"
            ? throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.")
            : Task.CompletedTask;

        await stack.UpAsync(Program("2"), Options);

        Assert.Equal(["delete-replaced c"], stack.Events.Steps);
        Assert.Equal(["a-1", "b-1", "c-1"], stack.Cloud.Resources.Keys.Order());
        Assert.Equal(["a-1", "b-1", "c-1"], stack.Snapshot.Resources.Where(resource => !resource.Urn.IsProvider).Select(resource => resource.Id).Order());
    }

    private static void Reporting(RegisterResourceRequest request) => request.SupportsResultReporting = true;
}
