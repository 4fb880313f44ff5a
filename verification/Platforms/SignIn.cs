using Azure.Core;
using Provisioning.Verification.Actors;

namespace Provisioning.Verification.Platforms;

/// <summary>One way for an actor to get access tokens.</summary>
/// <param name="Credential">Azure's client for it.</param>
/// <param name="How">The way, in a few words: <c>a token of https://token.actions.githubusercontent.com</c>.</param>
/// <param name="Trust">What the platform's token carries; null where Azure itself hands out the identity.</param>
public sealed record SignIn(TokenCredential Credential, string How, Trust? Trust = null);
