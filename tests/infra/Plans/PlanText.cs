using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pulumi;
using Pulumi.Utilities;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>Writes a recorded run as text that people can review.</summary>
internal static class PlanText
{
    public static string Of(RecordedStack stack)
    {
        var text = new StringBuilder();
        foreach (var resource in stack.Resources)
        {
            Write(resource, text);
        }

        return text.ToString();
    }

    /// <summary>Writes a stack output, with the outputs inside of it resolved.</summary>
    public static async Task<string> OfAsync(Output<ImmutableDictionary<string, object>> output)
    {
        var text = new StringBuilder();
        if (await ResolveAsync(output) is ImmutableDictionary<string, object> map)
        {
            WriteMap(map, 0, text);
        }

        return text.ToString();
    }

    private static async Task<object> ResolveAsync(object value) => value switch
    {
        Output<ImmutableDictionary<string, object>> map => await ResolveAsync(await OutputUtilities.GetValueAsync(map)),
        Output<string> text => await OutputUtilities.GetValueAsync(text),
        ImmutableDictionary<string, object> map => (await Task.WhenAll(map.Select(async member =>
            KeyValuePair.Create(member.Key, await ResolveAsync(member.Value))))).ToImmutableDictionary(),
        ImmutableArray<object> list => (await Task.WhenAll(list.Select(ResolveAsync))).ToImmutableArray(),
        _ => value,
    };

    private static void Write(RecordedResource resource, StringBuilder text)
    {
        text.Append(resource.Type).Append(' ').Append(resource.Name).Append('\n');
        if (resource.Parent.Length > 0)
        {
            text.Append("  parent: ").Append(resource.Parent).Append('\n');
        }

        foreach (var dependency in resource.DependsOn)
        {
            text.Append("  depends on: ").Append(dependency).Append('\n');
        }

        if (resource.ReadId.Length > 0)
        {
            text.Append("  read: ").Append(resource.ReadId).Append('\n');
        }

        WriteMap(resource.Inputs, 1, text);
        text.Append('\n');
    }

    private static void WriteMap(ImmutableDictionary<string, object> map, int depth, StringBuilder text)
    {
        foreach (var (key, value) in map.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(' ', depth * 2).Append(key).Append(':');
            WriteValue(value, depth, text);
        }
    }

    private static void WriteValue(object value, int depth, StringBuilder text)
    {
        switch (value)
        {
            case ImmutableDictionary<string, object> { IsEmpty: true }:
                text.Append(" {}\n");
                break;
            case ImmutableArray<object> { IsEmpty: true }:
                text.Append(" []\n");
                break;
            case ImmutableDictionary<string, object> map:
                text.Append('\n');
                WriteMap(map, depth + 1, text);
                break;
            case ImmutableArray<object> list:
                text.Append('\n');
                foreach (var item in list)
                {
                    text.Append(' ', (depth + 1) * 2).Append('-');
                    WriteValue(item, depth + 1, text);
                }

                break;
            default:
                text.Append(' ').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\n');
                break;
        }
    }
}
