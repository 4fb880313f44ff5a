using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Cli.Views;

/// <summary>A message for the user that stays on the screen.</summary>
/// <param name="Urn">The resource it is about; null for the stack.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">One or more lines; holds no secret.</param>
/// <param name="Id">The number of an error; empty for messages of programs and providers.</param>
public sealed record DiagnosticLine(Urn? Urn, LogSeverity Severity, string Message, string Id = "");
