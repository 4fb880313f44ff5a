using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes the static class that invokes a function: as a task with plain arguments, or as an output.</summary>
internal static class FunctionEmitter
{
    private const string Instance = "global::Pulumi.Deployment.Instance";

    /// <summary>Writes one function.</summary>
    public static void Write(CodeWriter code, FunctionSchema function)
    {
        var token = Literal.Text(function.Token);
        var result = function.CsharpResultClass;
        code.Write(function.ApiVersion is { } version
            ? $"/// <summary>The function <c>{function.Token}</c>, by default of Azure's API version {version}.</summary>"
            : $"/// <summary>The function <c>{function.Token}</c>.</summary>");
        code.Open($"public static class {function.CsharpClass}");
        code.Write($"public static Task<{result}> InvokeAsync({Parameter(function.CsharpArgsClass, function.ArgsOptional)}InvokeOptions? options = null)");
        code.Write($"    => {Instance}.InvokeAsync<{result}>({token}, {Argument(function.CsharpArgsClass)}, options.WithDefaults());");
        code.Separate();
        code.Write($"public static Output<{result}> Invoke({Parameter(function.CsharpInvokeArgsClass, function.ArgsOptional)}InvokeOptions? options = null)");
        code.Write($"    => {Instance}.Invoke<{result}>({token}, {Argument(function.CsharpInvokeArgsClass)}, options.WithDefaults());");
        code.Separate();
        code.Write($"public static Output<{result}> Invoke({Parameter(function.CsharpInvokeArgsClass, optional: false)}InvokeOutputOptions options)");
        code.Write($"    => {Instance}.Invoke<{result}>({token}, {Argument(function.CsharpInvokeArgsClass)}, options.WithDefaults());");
        code.Close();
    }

    private static string Parameter(string? argsClass, bool optional) =>
        argsClass is null ? string.Empty : optional ? $"{argsClass}? args = null, " : $"{argsClass} args, ";

    private static string Argument(string? argsClass) =>
        argsClass is null ? "InvokeArgs.Empty" : $"args ?? new {argsClass}()";
}
