using System.Text.Json;
using System.Text.RegularExpressions;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Faults;

/// <summary>The faults in force. Safe for concurrent use; each rule counts the requests it matches.</summary>
internal sealed class FaultRules
{
    private readonly Lock _gate = new();
    private readonly SandboxRandom _random;
    private List<ArmedRule> _rules = [];

    /// <summary>Starts with the rules of the options and of their file.</summary>
    public FaultRules(SandboxOptions options, SandboxRandom random)
    {
        _random = random;
        var fromFile = options.FaultFile is { } file
            ? JsonSerializer.Deserialize(File.ReadAllBytes(file), SandboxJson.Compact.TypeInfo<IReadOnlyList<FaultRule>>()) ?? []
            : [];
        Set([.. options.Faults, .. fromFile]);
    }

    /// <summary>The rules in force, in order.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
                return [.. _rules.Select(armed => armed.Rule)];
        }
    }

    /// <summary>How many requests the rules in force have hit.</summary>
    public int Hits { get; private set; }

    /// <summary>Replaces all rules and begins to count anew.</summary>
    public void Set(IReadOnlyList<FaultRule> rules)
    {
        var armed = rules.Select((rule, index) => new ArmedRule(rule, index)).ToList();
        lock (_gate)
        {
            _rules = armed;
            Hits = 0;
        }
    }

    /// <summary>The first rule that hits a request, or null. Every rule that matches counts the request, hit or not.</summary>
    public FaultRule? Match(SandboxEndpoint endpoint, string method, string path)
    {
        lock (_gate)
        {
            FaultRule? hit = null;
            foreach (var armed in _rules)
            {
                if (armed.Reaches(endpoint, method, path) && armed.IsHit(_random, method, path))
                    hit ??= armed.Rule;
            }

            Hits += hit is null ? 0 : 1;
            return hit;
        }
    }

    private sealed class ArmedRule(FaultRule rule, int index)
    {
        private readonly Dictionary<string, int> _rolls = new(StringComparer.Ordinal);
        private readonly Regex? _path = rule.Path is { } path
            ? new Regex(Regex.Escape(path).Replace(@"\*", ".*"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            : null;

        private int _seen;

        public FaultRule Rule => rule;

        public bool Reaches(SandboxEndpoint endpoint, string method, string path)
        {
            if (rule.Endpoint is { } wanted && !string.Equals(wanted, endpoint.ToString(), StringComparison.OrdinalIgnoreCase))
                return false;
            if (rule.Method is { } verb && !string.Equals(verb, method, StringComparison.OrdinalIgnoreCase))
                return false;
            if (_path is not null && !_path.IsMatch(path))
                return false;

            _seen++;
            return _seen >= rule.From && (rule.Count is not { } count || _seen < rule.From + count);
        }

        /// <summary>Rolls the dice for a request. The number follows from the request, so that its neighbours in time do not matter.</summary>
        public bool IsHit(SandboxRandom random, string method, string path)
        {
            if (rule.Probability >= 1)
                return true;

            var request = $"{index} {method} {path}";
            var roll = _rolls[request] = _rolls.GetValueOrDefault(request) + 1;
            return random.DoubleFor($"{request} {roll}") < rule.Probability;
        }
    }
}
