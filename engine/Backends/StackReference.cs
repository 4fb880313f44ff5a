using System.Text.RegularExpressions;

namespace Provisioning.Engine.Backends;

/// <summary>A stack of a project in a self-managed backend; its full name is <c>organization/&lt;project&gt;/&lt;stack&gt;</c>.</summary>
/// <param name="Project">The project's name; letters, digits, <c>_</c>, <c>.</c>, <c>-</c>, at most 100.</param>
/// <param name="Stack">The stack's name, with the same rule.</param>
public sealed partial record StackReference(string Project, string Stack)
{
    /// <summary>The organization of all self-managed backends.</summary>
    public const string Organization = "organization";

    /// <summary>The full name, as it stands in <c>checkpoint.stack</c>.</summary>
    public string FullName => $"{Organization}/{Project}/{Stack}";

    /// <summary>
    /// Parses what a user calls a stack: <c>&lt;stack&gt;</c>, <c>organization/&lt;stack&gt;</c> or the full name.
    /// </summary>
    /// <param name="text">The name.</param>
    /// <param name="currentProject">The project of a name without one; null outside of a project.</param>
    /// <exception cref="BackendException">It is no such name.</exception>
    public static StackReference Parse(string text, string? currentProject)
    {
        var parts = text.Split('/');
        if (parts is [_, _, _] or [_, _] && parts[0] != Organization)
            throw new BackendException($"'{text}' names the organization '{parts[0]}'; the stacks of a self-managed backend are all in '{Organization}'.");

        var reference = parts switch
        {
            [Organization, var project, var stack] => new StackReference(project, stack),
            [Organization, var stack] => new StackReference(ProjectOf(text, currentProject), stack),
            [var stack] => new StackReference(ProjectOf(text, currentProject), stack),
            _ => throw new BackendException($"'{text}' is not a stack; write <stack>, or {Organization}/<project>/<stack>."),
        };
        reference.Validate();
        return reference;
    }

    /// <summary>Whether a text can name a project or a stack.</summary>
    public static bool IsValidName(string name) => NamePattern().IsMatch(name);

    /// <inheritdoc/>
    public override string ToString() => FullName;

    /// <summary>Refuses names that cannot be part of a path.</summary>
    /// <exception cref="BackendException">The project or the stack has one.</exception>
    public void Validate()
    {
        var invalid = !IsValidName(Project) ? Project : !IsValidName(Stack) ? Stack : null;
        if (invalid is not null)
            throw new BackendException($"'{invalid}' cannot name a project or a stack; use at most 100 letters, digits, dots, dashes and underscores.");
    }

    private static string ProjectOf(string text, string? currentProject) => currentProject
        ?? throw new BackendException($"'{text}' names no project, and there is no Pulumi.yaml here; write {Organization}/<project>/{text}.");

    // Names of only dots would lead out of the store.
    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex NamePattern();
}
