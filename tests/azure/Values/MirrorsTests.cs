using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Tests.Values;

public sealed class MirrorsTests
{
    [Theory]
    [InlineData("""{"location":"West Europe"}""", """{"location":"westeurope","etag":"1"}""")]
    [InlineData("""{"properties":{"password":"p","idle":"PT120S"}}""", """{"properties":{"idle":"PT2M"}}""")]
    [InlineData("""{"identity":{"userAssignedIdentities":{"/subscriptions/A":{}}}}""", """{"identity":{"userAssignedIdentities":{"/subscriptions/a":{"clientId":"c"}}}}""")]
    [InlineData("""{"list":["a",1,true]}""", """{"list":["a",1,true]}""")]
    public void What_was_sent_is_recognised_in_the_answer(string sent, string received) =>
        Assert.True(Mirrors.Holds(Harness.Map(sent), Harness.Map(received)));

    [Theory]
    [InlineData("""{"location":"westeurope"}""", """{"location":"northeurope"}""")]
    [InlineData("""{"properties":{"idle":"PT120S"}}""", """{"properties":{"idle":"PT3M"}}""")]
    [InlineData("""{"list":["a"]}""", """{"list":["a","b"]}""")]
    [InlineData("""{"flag":true}""", """{"flag":false}""")]
    public void What_differs_is_somebody_elses(string sent, string received) =>
        Assert.False(Mirrors.Holds(Harness.Map(sent), Harness.Map(received)));
}
