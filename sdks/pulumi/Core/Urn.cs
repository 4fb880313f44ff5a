namespace Pulumi;

/// <summary>The name of a resource that is unique in its stack: <c>urn:pulumi:stack::project::type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private const string StackType = "pulumi:pulumi:Stack";
    private readonly string? value;

    /// <summary>A URN from its text.</summary>
    public Urn(string urn) => value = urn;

    /// <summary>The text of the URN.</summary>
    public static implicit operator string(Urn urn) => urn.ToString();

    /// <summary>Whether two URNs are the same.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether two URNs differ.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>
    /// The URN of a resource of this name and type. Project and stack default to the running deployment's.
    /// </summary>
    /// <param name="name">The logical name.</param>
    /// <param name="type">The type token.</param>
    /// <param name="parent">The parent; excludes <paramref name="parentUrn"/>.</param>
    /// <param name="parentUrn">The URN of the parent; excludes <paramref name="parent"/>.</param>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <exception cref="ArgumentException">Both a parent and its URN are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
            throw new ArgumentException("Give the parent or its URN, not both.", nameof(parentUrn));

        project ??= Deployment.Instance.ProjectName;
        stack ??= Deployment.Instance.StackName;
        var parentType = (parent?.Urn ?? parentUrn?.ToOutput())?.Apply(urn => new Urn(urn).TypePrefix) ?? Output.Create("");
        return Output.Format($"urn:pulumi:{stack}::{project}::{parentType}{type}::{name}");
    }

    /// <inheritdoc/>
    public bool Equals(Urn other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => value ?? "";

    /// <summary>The type token without those of the parents.</summary>
    internal string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    /// <summary>The logical name.</summary>
    internal string Name => Part(3);

    /// <summary>The type token with those of the parents before it, separated by <c>$</c>.</summary>
    internal string QualifiedType => Part(2);

    /// <summary>What this resource puts before the types of its children; the stack puts nothing.</summary>
    internal string TypePrefix => QualifiedType is "" or StackType ? "" : QualifiedType + "$";

    private string Part(int index) =>
        ToString().Split("::", 4) is { Length: 4 } parts ? parts[index] : "";
}
