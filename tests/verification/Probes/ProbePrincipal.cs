using Azure.Core;

namespace Provisioning.Verification.Tests.Probes;

/// <summary>An identity of a test.</summary>
internal sealed record ProbePrincipal(string ObjectId, string ClientId, TokenCredential Credential);
