using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>A list of declarations; each refers to earlier ones.</summary>
internal sealed record RandomProgram(IReadOnlyList<Declaration> Declarations)
{
    public IEnumerable<string> Names => Declarations.Select(declaration => declaration.Name);

    public static RandomProgram Next(Random random, bool isCoupled = true)
    {
        var names = Enumerable.Range(0, 12).Select(i => $"r{i}").ToArray();
        random.Shuffle(names);
        var declarations = new List<Declaration>();
        foreach (var name in names[..random.Next(1, names.Length)])
        {
            declarations.Add(new Declaration(
                name,
                IsComponent: int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture) % 4 == 0,
                Parent: Pick(declaration => declaration.IsComponent),
                Input: Pick(declaration => !declaration.IsComponent),
                Order: Pick(_ => true),
                DeletedWith: isCoupled && random.Next(4) == 0 ? Pick(declaration => !declaration.IsComponent) : null,
                ReplaceWith: isCoupled && random.Next(4) == 0 ? Pick(declaration => !declaration.IsComponent) : null,
                Zone: random.Next(3),
                DeletesFirst: random.Next(3) == 0));
        }

        return new RandomProgram(declarations);

        string? Pick(Func<Declaration, bool> isCandidate)
        {
            var candidates = declarations.Where(isCandidate).ToList();
            return candidates.Count == 0 || random.Next(2) == 0 ? null : candidates[random.Next(candidates.Count)].Name;
        }
    }

    public async Task RunAsync(TestProgram program)
    {
        var registered = new Dictionary<string, Task<RegisterResourceResponse>>();
        foreach (var declaration in Declarations)
            registered[declaration.Name] = declaration.RegisterAsync(program, registered);
        await Task.WhenAll(registered.Values);
    }
}
