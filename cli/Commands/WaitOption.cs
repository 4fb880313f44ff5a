using System.CommandLine;
using System.Globalization;
using Provisioning.Verification;

namespace Provisioning.Cli.Commands;

/// <summary>An option that takes a duration: a number up to 65535 with its unit, such as <c>30s</c>, <c>10m</c>, <c>1h</c>.</summary>
internal sealed class WaitOption
{
    /// <summary>Creates the option.</summary>
    public WaitOption(string name, string description)
    {
        Option = new Option<string?>(name) { Description = description, HelpName = "duration" };
        Option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Parse(text) is null)
                result.AddError($"{name} takes a number up to 65535 with s, m or h, such as 90s or 10m, not '{text}'.");
        });
    }

    /// <summary>The option.</summary>
    public Option<string?> Option { get; }

    /// <summary>What it was set to; null when it was not.</summary>
    public WaitPolicy? Read(ParseResult arguments) =>
        arguments.GetValue(Option) is { } text && Parse(text) is { } limit ? new WaitPolicy(limit) : null;

    private static TimeSpan? Parse(string text) =>
        text.Length > 1 && ushort.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? text[^1] switch
            {
                's' => TimeSpan.FromSeconds(number),
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                _ => null,
            }
            : null;
}
