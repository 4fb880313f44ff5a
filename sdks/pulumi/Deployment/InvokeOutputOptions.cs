namespace Pulumi;

/// <summary>How a function is called whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Resources that must exist before the call, besides those the arguments refer to.</summary>
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
