using System.Globalization;
using System.Text;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>One resource of a program, with the names of the earlier ones it refers to.</summary>
/// <param name="Name">Its name; that of a component is one of <see cref="DeclaredProgram.ComponentNames"/>.</param>
internal sealed record DeclaredResource(string Name)
{
    public bool IsComponent => DeclaredProgram.ComponentNames.Contains(Name);

    public string? Parent { get; init; }

    /// <summary>Its id is an input, whose change replaces this one.</summary>
    public string? Source { get; init; }

    /// <summary>Its size is an input, whose change updates this one.</summary>
    public string? Watch { get; init; }

    public string? After { get; init; }

    public string? DeletedWith { get; init; }

    public string? ReplaceWith { get; init; }

    /// <summary>The name it had before.</summary>
    public string? Alias { get; init; }

    public int Size { get; init; }

    public int Zone { get; init; }

    public bool DeletesFirst { get; init; }

    public bool Protect { get; init; }

    public bool Retain { get; init; }

    public bool IgnoreSize { get; init; }

    public bool Secret { get; init; }

    /// <summary>The names it refers to.</summary>
    public IEnumerable<string> References => new[] { Parent, Source, Watch, After, DeletedWith, ReplaceWith }.OfType<string>().Distinct();

    /// <summary>The same with other names for those it refers to; null takes the reference away.</summary>
    public DeclaredResource WithReferences(Func<string, string?> rename) => this with
    {
        Parent = Parent is null ? null : rename(Parent),
        Source = Source is null ? null : rename(Source),
        Watch = Watch is null ? null : rename(Watch),
        After = After is null ? null : rename(After),
        DeletedWith = DeletedWith is null ? null : rename(DeletedWith),
        ReplaceWith = ReplaceWith is null ? null : rename(ReplaceWith),
    };

    public async Task<RegisterResourceResponse> RegisterAsync(TestProgram program, IReadOnlyDictionary<string, Task<RegisterResourceResponse>> others)
    {
        // Looked up before the first wait, while only earlier declarations are there.
        var references = References.ToDictionary(name => name, name => others[name]);
        await Task.WhenAll(references.Values);
        if (IsComponent)
            return await program.RegisterComponentAsync(Name, request => Configure(request, references));

        var inputs = Map(("size", Size), ("zone", Zone));
        if (Secret)
            inputs = inputs.With("password", TestRequests.Secret(FuzzCloud.Plaintext));
        if (Source is not null)
            inputs = inputs.With("source", IdOf(references[Source]));
        if (Watch is not null)
            inputs = inputs.With("seen", PropertyMarshaller.Unmarshal(references[Watch].Result.Object).GetValueOrDefault("size") ?? PropertyValue.Unknown);
        if (DeletedWith is not null)
            inputs = inputs.With("owner", IdOf(references[DeletedWith]));
        return await program.RegisterAsync(Name, inputs, request => Configure(request, references));
    }

    /// <summary>How a test writes it.</summary>
    public override string ToString()
    {
        var members = new StringBuilder();
        Add("Parent", Parent);
        Add("Source", Source);
        Add("Watch", Watch);
        Add("After", After);
        Add("DeletedWith", DeletedWith);
        Add("ReplaceWith", ReplaceWith);
        Add("Alias", Alias);
        Set("Size", Size > 0 ? Size.ToString(CultureInfo.InvariantCulture) : "");
        Set("Zone", Zone > 0 ? Zone.ToString(CultureInfo.InvariantCulture) : "");
        Set("DeletesFirst", DeletesFirst ? "true" : "");
        Set("Protect", Protect ? "true" : "");
        Set("Retain", Retain ? "true" : "");
        Set("IgnoreSize", IgnoreSize ? "true" : "");
        Set("Secret", Secret ? "true" : "");
        return members.Length == 0 ? $"new(\"{Name}\")" : $"new(\"{Name}\") {{ {members.ToString()[..^2]} }}";

        void Add(string member, string? value) => Set(member, value is null ? "" : $"\"{value}\"");

        void Set(string member, string value)
        {
            if (value.Length > 0)
                members.Append(CultureInfo.InvariantCulture, $"{member} = {value}, ");
        }
    }

    /// <summary>What an SDK makes of the answer: an id that there is not yet is unknown.</summary>
    private static PropertyValue IdOf(Task<RegisterResourceResponse> other) => other.Result.Id.Length == 0 ? PropertyValue.Unknown : other.Result.Id;

    private void Configure(RegisterResourceRequest request, Dictionary<string, Task<RegisterResourceResponse>> references)
    {
        request.Parent = Parent is null ? "" : UrnOf(Parent);
        request.Protect = Protect;
        request.RetainOnDelete = Retain;
        if (Alias is not null)
            request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = Alias } });
        if (After is not null)
            request.DependsOn(UrnOf(After));
        if (IsComponent)
            return;

        request.DeletedWith = DeletedWith is null ? "" : UrnOf(DeletedWith);
        request.DeleteBeforeReplace = DeletesFirst;
        request.DeleteBeforeReplaceDefined = true;
        if (IgnoreSize)
            request.IgnoreChanges.Add("size");
        if (ReplaceWith is not null)
            request.ReplaceWith.Add(UrnOf(ReplaceWith));
        if (Source is not null)
            request.InputDependsOn("source", UrnOf(Source));
        if (Watch is not null)
            request.InputDependsOn("seen", UrnOf(Watch));
        if (DeletedWith is not null)
            request.InputDependsOn("owner", UrnOf(DeletedWith));

        string UrnOf(string name) => references[name].Result.Urn;
    }
}
