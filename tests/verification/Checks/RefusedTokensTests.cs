using System.Net;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Checks;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class RefusedTokensTests
{
    private readonly RecordingSource source = new();

    [Fact]
    public async Task Each_token_differs_in_one_thing()
    {
        await Task.WhenAll(Checks("repo:contoso/models").Select(check => check.TryAsync(CancellationToken.None)));

        Assert.Equal(
            [
                "REPO:CONTOSO/MODELS, api://a, until later",
                "repo:contoso/models, api://a, until 2025-07-01",
                "repo:contoso/models, api://a/elsewhere, until later",
                "repo:contoso/models-of-somebody-else, api://a, until later",
            ],
            source.Signed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Subject_without_case_has_no_other_case() =>
        Assert.DoesNotContain("is refused with its subject in another case", Checks("1234").Select(check => check.What));

    [Fact]
    public async Task Code_of_Entra_is_what_counts()
    {
        var verdict = await Checks("1234").First().TryAsync(CancellationToken.None);

        Assert.Equal(Verdict.Held("AADSTS700213"), verdict);
    }

    private IReadOnlyList<ICheck> Checks(string subject)
    {
        var actor = ActorOf(SampleStack.WithWorkload()) with { Trusts = [new Trust(SampleStack.Issuer, subject, "api://a")] };
        var target = new FakeService(HttpStatusCode.BadRequest, """{ "error": "invalid_client", "error_description": "AADSTS700213: no.", "error_codes": [700213] }""").Target();
        return [.. new RefusedTokens(actor, source, new EntraClient(target), target).All()];
    }

    private static Actor.Federated ActorOf(SampleStack stack) =>
        Assert.IsType<Actor.Federated>(new ActorPlan(stack.Document, stack.Plan, stack.Outputs).Actors()[0]);

    private sealed class RecordingSource : IAssertionSource
    {
        private readonly Lock gate = new();

        public List<string> Signed { get; } = [];

        public Task<string> SignAsync(Trust content, DateTimeOffset? validUntil, CancellationToken cancellationToken)
        {
            lock (gate)
                Signed.Add($"{content.Subject}, {content.Audience}, until {(validUntil is { } end ? $"{end:yyyy-MM-dd}" : "later")}");
            return Task.FromResult(Tokens.Of(content.Issuer, content.Subject, content.Audience));
        }
    }
}
