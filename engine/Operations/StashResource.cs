using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// A value that the state keeps: <c>output</c> is the <c>input</c> that it was created with, whatever that is later on.
/// </summary>
internal static class StashResource
{
    /// <summary>The type token.</summary>
    public const string Type = "pulumi:index:Stash";

    private const string Input = "input";
    private const string Output = "output";

    /// <summary>Says what is wrong with inputs.</summary>
    public static CheckResponse Check(CheckRequest request) => request.News.Fields.ContainsKey(Input)
        ? new CheckResponse { Inputs = request.News }
        : new CheckResponse { Inputs = request.News, Failures = { new CheckFailure { Property = Input, Reason = "A stash needs a value to keep." } } };

    /// <summary>Says whether the input is another one.</summary>
    public static DiffResponse Diff(DiffRequest request)
    {
        var changed = !Equals(request.OldInputs.Fields.GetValueOrDefault(Input), request.News.Fields.GetValueOrDefault(Input));
        return new DiffResponse
        {
            Changes = changed ? DiffResponse.Types.DiffChanges.DiffSome : DiffResponse.Types.DiffChanges.DiffNone,
            Diffs = { changed ? [Input] : [] },
        };
    }

    /// <summary>Keeps the input.</summary>
    public static CreateResponse Create(CreateRequest request, Func<Guid> newId)
    {
        var input = request.Properties.Fields[Input];
        return new CreateResponse { Id = request.Preview ? "" : newId().ToString(), Properties = State(input, input) };
    }

    /// <summary>Takes another input; what was kept stays.</summary>
    public static UpdateResponse Update(UpdateRequest request) =>
        new() { Properties = State(request.News.Fields[Input], request.Olds.Fields[Output]) };

    /// <summary>There is nothing but the state.</summary>
    public static ReadResponse Read(ReadRequest request) =>
        new() { Id = request.Id, Properties = request.Properties, Inputs = request.Inputs };

    private static Struct State(Value input, Value output) => new() { Fields = { [Input] = input, [Output] = output } };
}
