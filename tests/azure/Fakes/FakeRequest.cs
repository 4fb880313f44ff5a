namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>A request as it reached the fake, unescaped.</summary>
internal sealed record FakeRequest(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers);
