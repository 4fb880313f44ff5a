using System.Text.RegularExpressions;

namespace Provisioning.Providers.Azure.Resources;

/// <summary>What Azure demands of the name of a resource.</summary>
/// <param name="Pattern">The names allowed.</param>
/// <param name="Expectation">The same in words, to follow "must have".</param>
internal sealed record NameRule(Regex Pattern, string Expectation)
{
    /// <summary>Creates a rule from the service's own expression.</summary>
    public NameRule(string pattern, string expectation)
        : this(new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), expectation)
    {
    }
}
