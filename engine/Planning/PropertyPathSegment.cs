namespace Provisioning.Engine.Planning;

/// <summary>One step of a <see cref="PropertyPath"/>.</summary>
public abstract record PropertyPathSegment
{
    private PropertyPathSegment()
    {
    }

    /// <summary>Into the member of an object.</summary>
    public sealed record Name(string Value) : PropertyPathSegment;

    /// <summary>Into the item of a list, counted from 0.</summary>
    public sealed record Index(int Value) : PropertyPathSegment;

    /// <summary>Into every member or item.</summary>
    public sealed record Wildcard : PropertyPathSegment;
}
