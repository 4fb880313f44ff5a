using System.Collections.Immutable;
using System.Globalization;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>One thing that happens to a stack.</summary>
internal abstract record FuzzStep
{
    private FuzzStep()
    {
    }

    /// <summary>Somebody edits the program.</summary>
    public sealed record Change(params ImmutableArray<DeclaredResource> Resources) : FuzzStep
    {
        public override string ToString() => $"new FuzzStep.Change({string.Join(", ", Resources)})";
    }

    /// <summary>Something is changed, or deleted, behind the engine's back.</summary>
    public sealed record Drift(string Name, bool Deletes) : FuzzStep
    {
        public override string ToString() => $"new FuzzStep.Drift(\"{Name}\", {Text(Deletes)})";
    }

    /// <summary>A command runs.</summary>
    public sealed record Command(CommandKind Kind) : FuzzStep
    {
        /// <summary>A preview comes before it, and is held against it when nothing disturbs it.</summary>
        public bool IsPreviewed { get; init; }

        public bool Refreshes { get; init; }

        public bool ContinuesOnError { get; init; }

        public bool IgnoresProtect { get; init; }

        public bool IsParallel { get; init; }

        /// <summary>Only these are operated on; empty for all.</summary>
        public ImmutableArray<string> Targets { get; init; } = [];

        /// <summary>The calls that change these fail.</summary>
        public ImmutableArray<string> Fails { get; init; } = [];

        /// <summary>Whether they fail after they have taken effect.</summary>
        public bool FailsLate { get; init; }

        /// <summary>Where in its way the process dies, from 0 to 1; null when it does not.</summary>
        public double? DiesAt { get; init; }

        /// <summary>Whether a part of the next record is in the journal.</summary>
        public bool IsTorn { get; init; }

        /// <summary>After how many begun steps the user stops it; null when nobody does.</summary>
        public int? StopsAfter { get; init; }

        /// <summary>Whether nothing comes in its way.</summary>
        public bool IsUndisturbed => Fails.IsEmpty && DiesAt is null && StopsAfter is null;

        public override string ToString()
        {
            var members = new List<string>();
            Flag("IsPreviewed", IsPreviewed);
            Flag("Refreshes", Refreshes);
            Flag("ContinuesOnError", ContinuesOnError);
            Flag("IgnoresProtect", IgnoresProtect);
            Flag("IsParallel", IsParallel);
            if (!Targets.IsEmpty)
                members.Add($"Targets = [{Quoted(Targets)}]");
            if (!Fails.IsEmpty)
                members.Add($"Fails = [{Quoted(Fails)}]");
            Flag("FailsLate", FailsLate);
            if (DiesAt is { } at)
                members.Add(string.Create(CultureInfo.InvariantCulture, $"DiesAt = {at:0.###}"));
            Flag("IsTorn", IsTorn);
            if (StopsAfter is { } count)
                members.Add(string.Create(CultureInfo.InvariantCulture, $"StopsAfter = {count}"));
            return $"new FuzzStep.Command(CommandKind.{Kind})" + (members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}");

            void Flag(string name, bool value)
            {
                if (value)
                    members.Add($"{name} = true");
            }
        }

        private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
    }

    private static string Text(bool value) => value ? "true" : "false";
}

/// <summary>The commands that a sequence is made of.</summary>
internal enum CommandKind
{
    Up,
    Refresh,
    Destroy,
}
