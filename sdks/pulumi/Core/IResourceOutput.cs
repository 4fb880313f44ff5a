namespace Pulumi;

/// <summary>An output whose type is not known at compile time, and that a resource's registration settles.</summary>
internal interface IResourceOutput
{
    /// <summary>Says where the output is read from when somebody asks for it. Called once, before anybody does.</summary>
    /// <param name="registration">The registration of the resource.</param>
    /// <param name="property">The property that holds the output.</param>
    void ComeFrom(PendingOutputs registration, OutputProperty property);
}
