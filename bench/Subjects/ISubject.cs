using Provisioning.Bench.Measuring;

namespace Provisioning.Bench.Subjects;

/// <summary>One stack of a tool that is measured, in a folder of its own.</summary>
internal interface ISubject : IAsyncDisposable
{
    /// <summary>A part of the paths below which the tool keeps state.</summary>
    string StatePart { get; }

    /// <summary>The resources the stack has when it is deployed, components included.</summary>
    int ResourceCount { get; }

    /// <summary>The command of a step.</summary>
    MeasuredCommand CommandOf(Step step);
}
