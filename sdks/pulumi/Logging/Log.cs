namespace Pulumi;

/// <summary>Messages to the user, in the output of the engine. The program ends only when all are delivered.</summary>
public static class Log
{
    /// <summary>Logs a message that is shown in debug logs only.</summary>
    /// <param name="message">The message; never a secret.</param>
    /// <param name="resource">The resource it is about; null for the stack.</param>
    /// <param name="streamId">Messages of one stream belong together.</param>
    /// <param name="ephemeral">Whether it is shown only while the resource is in progress.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Logger.Debug(message, resource, streamId, ephemeral);

    /// <summary>Logs a message that is of use to every user.</summary>
    /// <inheritdoc cref="Debug" path="/param"/>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Logger.Info(message, resource, streamId, ephemeral);

    /// <summary>Logs a warning.</summary>
    /// <inheritdoc cref="Debug" path="/param"/>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Logger.Warn(message, resource, streamId, ephemeral);

    /// <summary>Logs an error. The program goes on, and exits with 1 in the end.</summary>
    /// <inheritdoc cref="Debug" path="/param"/>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Logger.Error(message, resource, streamId, ephemeral);

    /// <summary>Logs an exception as an error.</summary>
    /// <param name="exception">The exception; its text must not hold a secret.</param>
    /// <param name="resource">The resource it is about; null for the stack.</param>
    /// <param name="streamId">Messages of one stream belong together.</param>
    /// <param name="ephemeral">Whether it is shown only while the resource is in progress.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString(), resource, streamId, ephemeral);

    private static EngineLogger Logger => Deployment.Required.Logger;
}
