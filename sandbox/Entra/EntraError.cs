namespace Provisioning.Sandbox.Entra;

/// <summary>A refusal of the token endpoint.</summary>
/// <param name="Code">The number after <c>AADSTS</c>; the only part of a refusal that clients can rely on.</param>
/// <param name="Error">The OAuth 2.0 error.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What is wrong and where to look.</param>
internal sealed record EntraError(int Code, string Error, int Status, string Message);
