using System.Runtime.CompilerServices;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Engine.Tests.State;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests.Plans;

/// <summary>The file of a plan, which is Pulumi's.</summary>
public sealed class PlanFileTests
{
    private const string Canary = "canary-value";

    private readonly PlannedStack stack = new();

    [Fact]
    public async Task A_plan_is_written_as_it_was_reviewed()
    {
        await DeployAsync();
        await stack.PlanAsync(ProgramAsync);

        Golden.Matches("plan.json", stack.File);
    }

    [Fact]
    public async Task A_plan_is_read_as_it_was_written()
    {
        await DeployAsync();
        var plan = await stack.PlanAsync(ProgramAsync);

        var b = plan.Resources[TestStack.UrnOf("b")];
        Assert.NotNull(b.Goal);
        Assert.Equal(["zone"], b.Goal.InputDiff.Updates.Keys);
        Assert.Equal("lost", Assert.Single(b.Goal.InputDiff.Deletes));
        Assert.Equal(32, b.Seed.Length);
        Assert.Equal(new PropertyValue.SecretValue(Canary), plan.Resources[TestStack.UrnOf("a")].Goal?.InputDiff.Adds["token"]);
        Assert.Equal(TimeSpan.FromMinutes(5), plan.Resources[TestStack.UrnOf("a")].Goal?.CustomTimeouts?.Create);
    }

    [Fact]
    public async Task The_example_of_the_page_is_a_plan()
    {
        var page = await File.ReadAllTextAsync(PageOf("update-plans.md"));
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var secrets = new FakeSecretsManager();

        var plan = await new PlanReader(new StackReference("registry", "prod"), secrets).ReadAsync(Encoding.UTF8.GetBytes(example), "example", default);

        Assert.Equal(example, Encoding.UTF8.GetString((await new PlanWriter(secrets).WriteAsync(plan, default)).Span));
    }

    [Fact]
    public async Task Secrets_are_encrypted()
    {
        await DeployAsync();
        await stack.PlanAsync(ProgramAsync);

        Assert.DoesNotContain(Canary, stack.File, StringComparison.Ordinal);
        Assert.Contains("\"ciphertext\"", stack.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "plan.json is not valid JSON (line 1, byte 2); make a new plan with 'preview --save-plan'.")]
    [InlineData("[]", "The plan cannot be read: plan.json must be an object, not array. Make a new plan with 'preview --save-plan'.")]
    [InlineData("""{"version":3}""", "The plan cannot be read: plan.json must be an update plan with the member 'manifest', not object. Make a new plan with 'preview --save-plan'.")]
    [InlineData("""{"manifest":{},"resourcePlans":{"a":{}}}""", "The plan cannot be read: plan.json, resourcePlans, a must be named by a URN. Make a new plan with 'preview --save-plan'.")]
    [InlineData(
        """{"manifest":{},"resourcePlans":{"urn:pulumi:dev::shop::a:b:C::d":{"steps":["create","improve"]}}}""",
        "The plan cannot be read: plan.json, resourcePlans, urn:pulumi:dev::shop::a:b:C::d, steps[1] is 'improve', which is no step. Make a new plan with 'preview --save-plan'.")]
    [InlineData(
        """{"manifest":{},"resourcePlans":{"urn:pulumi:dev::shop::a:b:C::d":{"goal":{"protect":"yes"}}}}""",
        "The plan cannot be read: plan.json, resourcePlans, urn:pulumi:dev::shop::a:b:C::d, goal, protect must be true or false, not string. Make a new plan with 'preview --save-plan'.")]
    public async Task What_is_no_plan_is_refused_with_its_place(string file, string message)
    {
        var refused = await Assert.ThrowsAsync<PlanException>(() => stack.ReadAsync(file));

        Assert.Equal((PlanRefusal.Unreadable, message), (refused.Refusal, refused.Message));
    }

    [Fact]
    public async Task The_plan_of_another_stack_is_refused()
    {
        var refused = await Assert.ThrowsAsync<PlanException>(() => stack.ReadAsync("""{"manifest":{},"resourcePlans":{"urn:pulumi:prod::shop::a:b:C::d":{}}}"""));

        Assert.Equal(PlanRefusal.OtherStack, refused.Refusal);
        Assert.Contains("'organization/shop/prod' and not of 'organization/shop/dev'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_newer_writer_adds_is_overlooked()
    {
        var plan = await stack.ReadAsync("""{"manifest":{"later":1},"later":{},"resourcePlans":{"urn:pulumi:dev::shop::a:b:C::d":{"goal":{"later":[]},"steps":["same"],"state":null}}}""");

        Assert.Single(plan.Resources);
    }

    private static string PageOf(string name, [CallerFilePath] string source = "") =>
        Path.GetFullPath($"../../../docs/{name}", Path.GetDirectoryName(source) ?? "");

    /// <summary>Every kind of step, an unknown, a secret, and options.</summary>
    private static async Task ProgramAsync(TestProgram program)
    {
        var root = await program.RegisterStackAsync();
        var a = await program.RegisterAsync(
            "a",
            Map(("token", Secret(Canary))),
            request =>
            {
                request.Parent = root.Urn;
                request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "5m" };
            });
        await program.RegisterAsync("b", Map(("zone", a.Id.Length == 0 ? PropertyValue.Unknown : a.Id)), request => request.InputDependsOn("zone", a.Urn));
        await program.CompleteAsync(root.Urn, Map(("zone", "west")));
    }

    private Task DeployAsync() => stack.Stack.UpAsync(async program =>
    {
        await program.RegisterStackAsync();
        await program.RegisterAsync("b", Map(("zone", "x"), ("lost", true)));
        await program.RegisterAsync("gone");
    });
}
