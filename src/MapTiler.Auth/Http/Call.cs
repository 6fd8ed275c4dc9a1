using System.Diagnostics;
using MapTiler.Authentication;
using MapTiler.Diagnostics;
using Microsoft.Extensions.Logging;

namespace MapTiler.Http;

/// <summary>
/// The end of one call: its telemetry, and the exception if it failed. The activity, the metrics and the log message contain the template of the endpoint, never the URL.
/// </summary>
internal sealed class Call : IDisposable
{
    private readonly ILogger _logger;
    private readonly Activity? _activity;
    private readonly long _started;
    private bool _isEnded;

    public Call(Endpoint endpoint, RequestState state, MapTilerResilienceOptions resilience, TimeProvider timeProvider, ILogger logger)
    {
        Endpoint = endpoint;
        State = state;
        Resilience = resilience;
        TimeProvider = timeProvider;
        _logger = logger;
        _started = timeProvider.GetTimestamp();
        _activity = Telemetry.Source.StartActivity(endpoint.ActivityName);
        _activity?.SetTag(Telemetry.EndpointTag, endpoint.Template);
    }

    public Endpoint Endpoint { get; }

    public RequestState State { get; }

    public MapTilerResilienceOptions Resilience { get; }

    public TimeProvider TimeProvider { get; }

    public void Succeeded(int statusCode, int items)
    {
        var billed = Endpoint.Cost * items;
        _activity?.SetTag(Telemetry.BilledRequestsTag, billed);
        var elapsed = End(statusCode, reason: null);
        Telemetry.BilledRequests.Add(billed, Tag(Telemetry.EndpointTag, Endpoint.Template));
        Log.Succeeded(_logger, Endpoint.Method, Endpoint.Template, statusCode, elapsed.TotalMilliseconds);
    }

    /// <summary>Ends the call and returns the exception for the caller: a <see cref="MapTilerException"/>, the cancellation of the caller, or the cause itself.</summary>
    public Exception Failed(Exception cause, CancellationToken cancellationToken)
    {
        if (_isEnded && cause is MapTilerException)
            return cause;

        var error = ErrorFactory.FromException(cause, Endpoint, Resilience.TotalTimeout, State.Secret);
        if (cancellationToken.IsCancellationRequested && (error is not null || cause is OperationCanceledException))
        {
            End(statusCode: null, reason: "Canceled");
            return new OperationCanceledException(cancellationToken);
        }

        var reason = error?.Reason.ToString() ?? cause.GetType().Name;
        var elapsed = End((int?)error?.StatusCode, reason);
        _activity?.SetStatus(ActivityStatusCode.Error, reason);
        Log.Failed(_logger, Endpoint.Method, Endpoint.Template, elapsed.TotalMilliseconds, reason);
        return error ?? cause;
    }

    public void Dispose()
    {
        if (_activity is null)
            return;

        // A streamed response can end its activity within another one, which must remain the current activity.
        var current = Activity.Current;
        _activity.Dispose();
        if (current != _activity)
            Activity.Current = current;
    }

    private TimeSpan End(int? statusCode, string? reason)
    {
        var elapsed = TimeProvider.GetElapsedTime(_started);
        if (_isEnded)
            return elapsed; // already recorded

        _isEnded = true;
        if (Telemetry.Duration.Enabled)
        {
            var tags = new TagList { Tag(Telemetry.EndpointTag, Endpoint.Template) };
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
