using Provisioning.Verification.Actors;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Actors;

public sealed class ActorPlanTests
{
    private const string Cluster = "{ kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }";

    [Fact]
    public void Workload_of_a_platform_comes_with_each_token_that_its_credentials_accept()
    {
        var stack = SampleStack.With(
            """
            workloads:
              train:
                runsOn: { kubernetes: { cluster: aks, namespace: training, serviceAccount: trainer } }
                identity: trainer
            """);

        var actor = Assert.IsType<Actor.Federated>(Actors(stack)[0]);
        Assert.Equal(("workloads.train", "client-trainer"), (actor.Name, actor.ClientId));
        Assert.Equal(new Trust(SampleStack.Issuer, "system:serviceaccount:training:trainer", "api://AzureADTokenExchange"), Assert.Single(actor.Trusts));
    }

    [Fact]
    public void Workload_on_a_compute_asks_for_its_own_identity_and_stands_for_it()
    {
        var stack = SampleStack.With(
            $$"""
            computes:
              cpu: {{Cluster}}, identity: [trainer, scorer] }
            workloads:
              train: { runsOn: { compute: cpu }, identity: trainer }
            """);

        Assert.Equal(
            ["workloads.train: client-trainer, principal-trainer", "computes.cpu: client-scorer, principal-scorer"],
            Actors(stack).OfType<Actor.OnCompute>().Select(actor => $"{actor.Name}: {actor.ClientId}, {actor.PrincipalId}"));
    }

    [Fact]
    public void Compute_with_an_identity_of_its_own_asks_for_the_default()
    {
        var actor = Assert.Single(Actors(SampleStack.With($"computes:\n  cpu: {Cluster}, identity: system }}")).OfType<Actor.OnCompute>());

        Assert.Equal(("computes.cpu", null, "principal-cpu"), (actor.Name, actor.ClientId, actor.PrincipalId));
    }

    [Fact]
    public void Compute_without_identity_has_no_actor() =>
        Assert.DoesNotContain(Actors(SampleStack.With($"computes:\n  cpu: {Cluster} }}")), actor => actor.Name == "computes.cpu");

    [Fact]
    public void Pod_identity_and_the_nodes_that_serve_it_both_act()
    {
        var stack = SampleStack.With("podIdentities:\n  scorer: { cluster: aks, identity: scorer, namespace: scoring, selector: scorer }");

        var pod = Assert.Single(Actors(stack).OfType<Actor.InPod>());
        Assert.Equal(("podIdentities.scorer", "client-scorer", "/clusters/aks"), (pod.Name, pod.ClientId, pod.ClusterId));
        Assert.Equal("clusters.aks.kubelet", Assert.Single(Actors(stack).OfType<Actor.OnNode>()).Name);
    }

    [Fact]
    public void Identity_that_nobody_else_acts_as_comes_last_and_once()
    {
        var actors = Actors(SampleStack.WithWorkload("pulls: [private]"));

        Assert.Equal(["workloads.train", "workspaces.main"], actors.Select(actor => actor.Name).Distinct());
        Assert.Equal(actors.Select(actor => actor.Name).Distinct(), actors.Select(actor => actor.Name));
        var workspace = Assert.IsType<Actor.Azure>(actors[^1]);
        Assert.Equal("Azure Machine Learning, for workspaces.main", workspace.RunsOn);
        Assert.EndsWith("/workspaces/main", workspace.WorkspaceId);
    }

    [Fact]
    public void Principal_of_the_directory_can_be_anywhere()
    {
        const string someone = "5a9db0c5-0000-4000-8000-00000000a2d1";
        var stack = SampleStack.With(
            $"grants:\n  someone: {{ principal: {{ objectId: {someone}, kind: user }}, role: Reader, scope: registries.private, reason: audit }}");

        var actor = Assert.Single(Actors(stack), actor => actor.Name == someone);
        Assert.Equal("anywhere", Assert.IsType<Actor.Azure>(actor).RunsOn);
        Assert.Null(((Actor.Azure)actor).WorkspaceId);
    }

    private static IReadOnlyList<Actor> Actors(SampleStack stack) => new ActorPlan(stack.Document, stack.Plan, stack.Outputs).Actors();
}
