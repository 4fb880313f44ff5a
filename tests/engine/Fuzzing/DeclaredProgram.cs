using Provisioning.Engine.Tests.Harness;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>What a program declares; each resource refers to earlier ones only.</summary>
internal sealed record DeclaredProgram(IReadOnlyList<DeclaredResource> Resources)
{
    public const string ComponentNames = "aei";
    public const string CustomNames = "bcdfghjkl";

    private const int MostResources = 8;

    public static DeclaredProgram Empty { get; } = new([]);

    public DeclaredResource? Find(string name) => Resources.FirstOrDefault(resource => resource.Name == name);

    /// <summary>A program that differs a little from this one.</summary>
    public DeclaredProgram Change(Random random)
    {
        var program = this;
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            program = random.Next(8) switch
            {
                < 3 => program.Add(random),
                3 when program.Resources.Count > 0 => program.Without(Pick(program, random).Name),
                4 when program.Resources.Count > 0 => program.Rename(random),
                _ when program.Resources.Count > 0 => program.Alter(random),
                _ => program.Add(random),
            };
        }

        return program;
    }

    /// <summary>The program without a resource and whatever refers to it by name.</summary>
    public DeclaredProgram Without(string name) => new(
        [.. Resources.Where(resource => resource.Name != name)
            .Select(resource => resource.WithReferences(other => other == name ? null : other))
            .Select(resource => resource.Alias == name ? resource with { Alias = null } : resource)]);

    /// <summary>The program with another declaration in the place of one.</summary>
    public DeclaredProgram With(DeclaredResource changed) => new([.. Resources.Select(resource => resource.Name == changed.Name ? changed : resource)]);

    public async Task RunAsync(TestProgram program)
    {
        var registered = new Dictionary<string, Task<RegisterResourceResponse>>();
        foreach (var resource in Resources)
            registered[resource.Name] = resource.RegisterAsync(program, registered);
        await Task.WhenAll(registered.Values);
    }

    public override string ToString() => string.Join(", ", Resources);

    private static DeclaredResource Pick(DeclaredProgram program, Random random) => program.Resources[random.Next(program.Resources.Count)];

    private DeclaredProgram Add(Random random)
    {
        var free = (ComponentNames + CustomNames).Select(letter => letter.ToString()).Where(IsFree).ToList();
        if (free.Count == 0 || Resources.Count >= MostResources)
            return this;

        var position = random.Next(Resources.Count + 1);
        var added = Decorate(new DeclaredResource(free[random.Next(free.Count)]), Resources.Take(position).ToList(), random);
        return new DeclaredProgram([.. Resources.Take(position), added, .. Resources.Skip(position)]);
    }

    private DeclaredProgram Alter(Random random)
    {
        var chosen = Pick(this, random);
        var earlier = Resources.TakeWhile(resource => resource != chosen).ToList();
        return With(random.Next(7) switch
        {
            0 or 1 => chosen with { Size = random.Next(4) },
            2 or 3 => chosen with { Zone = random.Next(3) },
            4 => chosen with { Protect = false, Retain = random.Next(5) == 0, IgnoreSize = !chosen.IsComponent && random.Next(4) == 0 },
            5 => chosen with { DeletesFirst = !chosen.DeletesFirst, Protect = random.Next(5) == 0 },
            _ => Decorate(new DeclaredResource(chosen.Name) { Alias = chosen.Alias }, earlier, random),
        });
    }

    private DeclaredProgram Rename(Random random)
    {
        var chosen = Pick(this, random);
        var free = (chosen.IsComponent ? ComponentNames : CustomNames).Select(letter => letter.ToString()).Where(IsFree).ToList();
        if (free.Count == 0)
            return this;

        var name = free[random.Next(free.Count)];
        return new DeclaredProgram(
            [.. Resources
                .Select(resource => resource == chosen ? chosen with { Name = name, Alias = chosen.Name } : resource)
                .Select(resource => resource.WithReferences(other => other == chosen.Name ? name : other))]);
    }

    /// <summary>A name of the past cannot be taken anew while a resource says that it was its own.</summary>
    private bool IsFree(string name) => Resources.All(resource => resource.Name != name && resource.Alias != name);

    private static DeclaredResource Decorate(DeclaredResource resource, List<DeclaredResource> earlier, Random random)
    {
        if (resource.IsComponent)
            return resource with { Parent = Choose(other => other.IsComponent, 2), After = Choose(_ => true, 4) };

        return resource with
        {
            Parent = Choose(other => other.IsComponent, 2),
            Source = Choose(other => !other.IsComponent, 3),
            Watch = Choose(other => !other.IsComponent, 4),
            After = Choose(_ => true, 4),
            DeletedWith = Choose(other => !other.IsComponent, 6),
            ReplaceWith = Choose(other => !other.IsComponent, 6),
            Size = random.Next(4),
            Zone = random.Next(3),
            DeletesFirst = random.Next(3) == 0,
            Protect = random.Next(12) == 0,
            Retain = random.Next(12) == 0,
            IgnoreSize = random.Next(10) == 0,
            Secret = random.Next(4) == 0,
        };

        string? Choose(Func<DeclaredResource, bool> isCandidate, int rarity)
        {
            var candidates = earlier.Where(isCandidate).ToList();
            return candidates.Count == 0 || random.Next(rarity) > 0 ? null : candidates[random.Next(candidates.Count)].Name;
        }
    }
}
