using System.Collections.Immutable;
using System.Globalization;
using System.Text;

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
