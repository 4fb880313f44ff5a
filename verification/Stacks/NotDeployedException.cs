namespace Provisioning.Verification.Stacks;

/// <summary>The document asks for something that the stack's outputs do not have yet.</summary>
/// <param name="output">The output, such as <c>registries.private.loginServer</c>.</param>
public sealed class NotDeployedException(string output)
    : Exception($"The stack has no output '{output}'; the document has changed since the last deployment. Run 'up' first.");
