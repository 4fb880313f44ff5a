using Provisioning.Protocol.Rpc;

namespace Provisioning.Engine.Operations;

/// <summary>Ranges of versions as programs write them: <c>&gt;=3.1.0 &amp;&amp; &lt;4</c>, alternatives joined by <c>||</c>.</summary>
internal static class VersionRange
{
    private static readonly string[] Operators = [">=", "<=", "!=", "==", ">", "<", "="];

    /// <summary>Refuses a version outside of a range.</summary>
    /// <exception cref="RpcException">The range is malformed, or the version is not in it.</exception>
    public static void Require(string range, string version)
    {
        var actual = Version.Parse(version);
        if (!range.Split("||").Any(alternative => IsIn(alternative, actual)))
        {
            throw new RpcException(
                RpcStatusCode.FailedPrecondition, $"The program requires Pulumi {range}; this engine is compatible with {version}.");
        }
    }

    private static bool IsIn(string conditions, Version actual) =>
        conditions.Replace("&&", " ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(condition => Holds(condition, actual));

    private static bool Holds(string condition, Version actual)
    {
        var @operator = Operators.FirstOrDefault(candidate => condition.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
        var text = condition[@operator.Length..].TrimStart('v');
        var padded = string.Join('.', text.Split('.').Concat(["0", "0"]).Take(3));
        if (!Version.TryParse(padded, out var bound))
            throw new RpcException(RpcStatusCode.InvalidArgument, $"'{condition}' is not a condition on a version, such as >=3.1.0.");

        var order = actual.CompareTo(bound);
        return @operator switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            "!=" => order != 0,
            ">" => order > 0,
            "<" => order < 0,
            "==" or "=" or "" => order == 0,
            _ => throw new InvalidOperationException($"Unhandled operator {@operator}."),
        };
    }
}
