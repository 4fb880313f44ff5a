using System.Text;
using System.Text.RegularExpressions;

namespace Provisioning.Cli.Environments;

/// <summary>Lines of <c>NAME=value</c>, as shells and most tools read them.</summary>
internal static partial class DotenvText
{
    /// <summary>Writes a setting.</summary>
    public static string Write(WorkloadSetting setting)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in setting.Variables)
            text.Append(name).Append('=').Append(Quote(value)).Append('\n');
        foreach (var name in setting.Injected)
            text.Append("# ").Append(name).Append(" is set by the platform.\n");
        if (setting.Injected.Contains(FederatedSignIn.TokenFile))
            text.Append("# The Azure command line signs in with:\n#   ").Append(FederatedSignIn.Command).Append('\n');
        return text.ToString();
    }

    private static string Quote(string value) => Plain().IsMatch(value)
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^[\w./:@+-]+$")]
    private static partial Regex Plain();
}
