using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace MapTiler.Tests;

/// <summary>
/// Records what the event sources <c>System.Net.*</c> of the platform write in the asynchronous flow of a test, as <c>dotnet-trace</c> and agents do. The event sources
/// <c>Private.InternalDiagnostics.System.Net.*</c> write whole requests, so SECURITY.md names them instead.
/// </summary>
internal sealed class EventRecorder : EventListener
{
    private static readonly AsyncLocal<EventRecorder?> Current = new();

    private readonly ConcurrentQueue<string> _events = new();

    public EventRecorder() => Current.Value = this;

    /// <summary>The events with the names of their sources.</summary>
    public IReadOnlyCollection<string> Events => _events;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("System.Net.", StringComparison.Ordinal))
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (ReferenceEquals(Current.Value, this))
            _events.Enqueue($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', (eventData.Payload ?? (IEnumerable<object?>)[]).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))}");
    }
}
