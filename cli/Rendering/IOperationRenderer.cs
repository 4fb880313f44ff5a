using Provisioning.Engine.Events;

namespace Provisioning.Cli.Rendering;

/// <summary>Shows a running operation; disposing leaves its last picture on the screen.</summary>
public interface IOperationRenderer : IEventSink, IAsyncDisposable;
