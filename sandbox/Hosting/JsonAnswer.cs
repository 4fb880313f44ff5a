using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Hosting;

/// <summary>Answers in the sandbox's JSON. The framework's own results would look up how to write a body by reflection.</summary>
internal static class JsonAnswer
{
    /// <summary>An answer with a body.</summary>
    /// <param name="body">The body, of a type that <see cref="SandboxJsonContext"/> knows.</param>
    /// <param name="status">The HTTP status; null for 200.</param>
    public static IResult Of<T>(T body, int? status = null) => new Answer<T>(body, status);

    private sealed class Answer<T>(T body, int? status) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            if (status is { } given)
                http.Response.StatusCode = given;
            return http.Response.WriteAsJsonAsync(body, SandboxJson.Compact.TypeInfo<T>());
        }
    }
}
