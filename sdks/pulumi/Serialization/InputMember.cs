using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A member of an arguments class that is sent.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Read">Reads the member from an arguments object; throws when it is required and null.</param>
internal sealed record InputMember(string Name, Func<object, object?> Read)
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> ByType = new();

    /// <summary>The members of a class and its bases, of any visibility; looked for once, because that is slow.</summary>
    public static ImmutableArray<InputMember> Of(Type type) => ByType.GetOrAdd(type, static type => [.. Find(type)]);

    private static IEnumerable<InputMember> Find(Type type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(Declared))
            {
                if (member.GetCustomAttribute<InputAttribute>() is { } attribute)
                    yield return new(attribute.Name, args => Value(member, attribute, args));
            }
        }
    }

    private static object? Value(MemberInfo member, InputAttribute attribute, object args)
    {
        var value = member switch
        {
            FieldInfo field => field.GetValue(args),
            PropertyInfo property => property.GetValue(args),
            _ => throw new InvalidOperationException($"[Input] is on {member}, which is neither a field nor a property."),
        };

        if (value is null && attribute.IsRequired)
            throw new ArgumentNullException(member.Name, $"[Input] {args.GetType().FullName}.{member.Name} is required and was not given.");

        return value is null || !attribute.Json ? value : Serializer.ToJson(value, attribute.Name);
    }
}
