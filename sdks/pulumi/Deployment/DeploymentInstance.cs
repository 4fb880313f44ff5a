using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The running deployment, as the program sees it.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(Deployment deployment) => Deployment = deployment;

    /// <summary>The stack's short name.</summary>
    public string StackName => Deployment.Settings.Stack;

    /// <summary>The project's name.</summary>
    public string ProjectName => Deployment.Settings.Project;

    /// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
    public string RootDirectory => Deployment.Settings.RootDirectory;

    /// <summary>The organization's name; <c>organization</c> where there are none.</summary>
    public string OrganizationName => Deployment.Settings.Organization;

    /// <summary>Whether this is a preview, in which some values are unknown.</summary>
    public bool IsDryRun => Deployment.Settings.IsDryRun;

    internal Deployment Deployment { get; }

    /// <summary>
    /// Calls a function once all arguments are known. The result depends on the resources the arguments come from;
    /// while one of them is unknown, the function is not called and the result is unknown.
    /// </summary>
    /// <typeparam name="T">A class marked <see cref="OutputTypeAttribute"/>, or a dictionary.</typeparam>
    /// <param name="token">The function, such as <c>azure-native:authorization:getClientConfig</c>.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">How it is called.</param>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Invoker.InvokeOutput<T>(token, args, options, FunctionResult.Whole);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Invoker.InvokeOutput<T>(token, args, options, FunctionResult.Whole);

    /// <summary>As <see cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>, for functions that return one unnamed value.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)" path="/param"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Invoker.InvokeOutput<T>(token, args, options, FunctionResult.SingleMember);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Invoker.InvokeOutput<T>(token, args, options, FunctionResult.SingleMember);

    /// <summary>Calls a function and gives its plain result, without dependencies.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)" path="/param"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Invoker.InvokeAsync<T>(token, args, options, FunctionResult.Whole);

    /// <summary>As <see cref="InvokeAsync{T}"/>, for functions that return one unnamed value.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)" path="/param"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Invoker.InvokeAsync<T>(token, args, options, FunctionResult.SingleMember);

    /// <summary>Calls a function whose result does not matter.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)" path="/param"/>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Invoker.InvokeAsync<ImmutableDictionary<string, object>>(token, args, options, FunctionResult.Whole);

    /// <summary>Calls a method of a resource.</summary>
    /// <typeparam name="T">A class marked <see cref="OutputTypeAttribute"/>, or a dictionary.</typeparam>
    /// <param name="token">The method.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="self">The resource; null when the method has none.</param>
    /// <param name="options">How it is called.</param>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Deployment.Caller.Call<T>(token, args, self, options);

    /// <summary>Calls a method of a resource whose result does not matter.</summary>
    /// <inheritdoc cref="Call{T}" path="/param"/>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Deployment.Caller.Call<ImmutableDictionary<string, object>>(token, args, self, options);
}
