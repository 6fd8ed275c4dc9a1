using System.Diagnostics;
using MapTiler.Authentication;
using MapTiler.Diagnostics;
using Microsoft.Extensions.Logging;

namespace MapTiler;

/// <summary>What an operator sees of one call: its activity, its measurements, its log line. Names the template, never the address.</summary>
internal sealed class Call : IDisposable
{
    private readonly Endpoint _endpoint;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly Activity? _activity;
    private readonly long _started;

    public Call(Endpoint endpoint, RequestState state, TimeProvider timeProvider, ILogger logger)
    {
        _endpoint = endpoint;
        _timeProvider = timeProvider;
        _logger = logger;
        State = state;
        _started = timeProvider.GetTimestamp();
        _activity = Telemetry.Source.StartActivity(endpoint.ActivityName);
        _activity?.SetTag(Telemetry.EndpointTag, endpoint.Template);
    }

    public RequestState State { get; }

    public void Succeeded(int statusCode, int items)
    {
        var elapsed = End(statusCode, reason: null);
        Telemetry.BilledRequests.Add(_endpoint.Cost * items, Tag(Telemetry.EndpointTag, _endpoint.Template));
        Log.Answered(_logger, _endpoint.Template, statusCode, elapsed.TotalMilliseconds);
    }

    /// <param name="failure">What the caller gets; <see langword="null"/> where the failure is none of ours.</param>
    /// <param name="cause">What went wrong.</param>
    public void Failed(MapTilerException? failure, Exception cause)
    {
        var reason = failure?.Reason.Value ?? cause.GetType().Name;
        var elapsed = End((int?)failure?.StatusCode, reason);
        _activity?.SetStatus(ActivityStatusCode.Error, reason);
        Log.Failed(_logger, _endpoint.Template, elapsed.TotalMilliseconds, reason);
    }

    public void Cancelled() => End(statusCode: null, reason: "Cancelled");

    public void Dispose() => _activity?.Dispose();

    private TimeSpan End(int? statusCode, string? reason)
    {
        var elapsed = _timeProvider.GetElapsedTime(_started);
        if (Telemetry.Duration.Enabled)
        {
            var tags = new TagList { Tag(Telemetry.EndpointTag, _endpoint.Template) };
            if (statusCode is { } status)
                tags.Add(Tag(Telemetry.StatusTag, status));
            if (reason is not null)
                tags.Add(Tag(Telemetry.ErrorTag, reason));
            Telemetry.Duration.Record(elapsed.TotalSeconds, tags);
        }

        if (_activity is { } activity)
        {
            activity.SetTag(Telemetry.AttemptsTag, State.Attempts);
            activity.SetTag(Telemetry.StatusTag, statusCode);
            activity.SetTag(Telemetry.ErrorTag, reason);
        }

        return elapsed;
    }

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
