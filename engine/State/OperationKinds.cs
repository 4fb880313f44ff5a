namespace Provisioning.Engine.State;

/// <summary>The names of <see cref="OperationKind"/> in files.</summary>
public static class OperationKinds
{
    /// <summary>The name Pulumi uses: <c>creating</c>, ….</summary>
    public static string Name(this OperationKind kind) => kind switch
    {
        OperationKind.Creating => "creating",
        OperationKind.Updating => "updating",
        OperationKind.Deleting => "deleting",
        OperationKind.Reading => "reading",
        OperationKind.Importing => "importing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of operation."),
    };

    /// <summary>The kind of a name.</summary>
    public static bool TryParse(string name, out OperationKind kind)
    {
        foreach (var candidate in Enum.GetValues<OperationKind>())
        {
            kind = candidate;
            if (candidate.Name() == name)
                return true;
        }

        kind = default;
        return false;
    }
}
