namespace Pulumi;

/// <summary>Arguments of a method of a resource.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new EmptyArgs();

    /// <summary>Creates arguments without members.</summary>
    protected CallArgs()
    {
    }

    private sealed class EmptyArgs : CallArgs;
}
