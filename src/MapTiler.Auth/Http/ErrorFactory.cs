using System.Globalization;
using System.Net;
using MapTiler.Authentication;
using Polly;
using Polly.RateLimiting;
using Polly.Timeout;

namespace MapTiler;

/// <summary>Makes the one exception of the library: from an answer (status first, then body) or from what went wrong on the way.</summary>
internal static class ErrorFactory
{
    // The status is known; a body that stalls must not hold it back for long.
    private static readonly TimeSpan ExcerptTimeout = TimeSpan.FromSeconds(3);

    private const string Restrictions =
        "Probably the key is restricted: compare its allowed origins with the Origin that you send (a server sends none: set MapTiler:Origin, or use another key) " +
        "and its allowed user agent with MapTiler:UserAgent; or the plan of the account does not include this service. Keys: https://cloud.maptiler.com/account/keys/";

    /// <summary>The failure that a status says. Never fails itself.</summary>
    public static async Task<MapTilerException> FromResponseAsync(
        HttpResponseMessage response, Endpoint endpoint, RequestState state, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var isImage = response.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;
        var (raw, text) = isImage ? default : await ExcerptAsync(response, state.Secret, timeProvider, cancellationToken).ConfigureAwait(false);
        var reason = ReasonOf(response.StatusCode, raw, state); // a short key could stand within the words that tell the reason
        return new MapTilerException(reason, Message(reason, response.StatusCode, endpoint, text, isImage), response.StatusCode)
        {
            Endpoint = endpoint.Template,
            RetryAfter = RetryAfter.Of(response, timeProvider),
            ResponseExcerpt = text,
        };
    }

    /// <summary>The failure that an exception on the way means; <see langword="null"/> for one that is none of ours.</summary>
    public static MapTilerException? FromException(Exception exception, Endpoint endpoint, TimeSpan totalTimeout, string? secret) => exception switch
    {
        MapTilerException known => known,
        RequestRefusedException refused => new MapTilerException(refused.Reason, refused.Message, innerException: refused) { Endpoint = endpoint.Template },
        RateLimiterRejectedException rejected => new MapTilerException(MapTilerErrorReason.RateLimited,
            "The rate limiter of this application let no more calls through. Nothing was sent. Wait, or allow more.", innerException: rejected)
        { Endpoint = endpoint.Template, RetryAfter = rejected.RetryAfter },
        TimeoutRejectedException rejected when rejected.Timeout < totalTimeout => TimedOut(rejected, endpoint, rejected.Timeout, "the last attempt", secret),
        TimeoutRejectedException or OperationCanceledException => TimedOut(exception, endpoint, totalTimeout, "the call and all its attempts", secret),
        ExecutionRejectedException rejected => Create(MapTilerErrorReason.ConnectionFailed,
            $"A policy of this application let the call of {endpoint.Template} not through: {Redaction.Redact(rejected.Message, secret)} Nothing was sent.", endpoint, rejected, secret),
        InvalidDataException tooLong => Create(MapTilerErrorReason.InvalidResponse, tooLong.Message + " It was not read any further.", endpoint, tooLong, secret),
        HttpRequestException or IOException => Create(MapTilerErrorReason.ConnectionFailed,
            $"The connection to MapTiler failed or broke while {endpoint.Template} was called: {Redaction.Redact(exception.Message, secret)} Check the network, the proxy and the base address.", endpoint, exception, secret),
        _ => null,
    };

    /// <summary>The failure of an item of a batch, whatever it was: also what a handler of the application threw costs no more than its items.</summary>
    public static MapTilerException OfItem(Exception exception) =>
        exception as MapTilerException ?? (exception is ArgumentException
            ? new MapTilerException(MapTilerErrorReason.InvalidRequest, $"The item was not sent. {exception.Message}", innerException: exception)
            : new MapTilerException(MapTilerErrorReason.ConnectionFailed, $"The request failed on its way: {Redaction.Redact(exception.Message, secret: null)}", innerException: Redaction.Keep(exception, secret: null)));

    /// <summary>The failure of an answer that began and then stalled.</summary>
    public static MapTilerException Stalled(Endpoint endpoint, TimeSpan limit, Exception cause) => Create(MapTilerErrorReason.Timeout,
        $"The answer to {endpoint.Template} began, and then nothing came for {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s. Try again later.",
        endpoint, new TimeoutException(cause.Message, cause), secret: null);

    /// <summary>A failure that was found before the endpoint was known.</summary>
    public static MapTilerException At(Endpoint endpoint, MapTilerException failure) => new(failure.Reason, failure.Message) { Endpoint = endpoint.Template };

    /// <summary>The failure of an answer that is not what the service documents.</summary>
    public static MapTilerException NotUnderstood(HttpResponseMessage response, Endpoint endpoint, ResponseBody body, string? secret, Exception? cause) =>
        new(MapTilerErrorReason.InvalidResponse,
            $"The answer to {endpoint.Template} is not what MapTiler documents ({response.Content.Headers.ContentType?.MediaType ?? "no content type"}, " +
            $"{body.Span.Length} bytes). Perhaps a proxy or another server answers at the base address. {Redaction.Redact(cause?.Message ?? "", secret)}".TrimEnd(),
            response.StatusCode, Redaction.Keep(cause, secret))
        {
            Endpoint = endpoint.Template,
            ResponseExcerpt = endpoint.HoldsSecrets ? null : body.Excerpt(secret),
        };

    private static MapTilerException TimedOut(Exception exception, Endpoint endpoint, TimeSpan limit, string what, string? secret) => Create(MapTilerErrorReason.Timeout,
        $"MapTiler did not answer {endpoint.Template} in time (limit {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s for {what}). Try again later, or allow more time with ConfigureResilience.",
        endpoint, new TimeoutException(Redaction.Redact(exception.Message, secret), Redaction.Keep(exception, secret)), secret);

    private static MapTilerException Create(MapTilerErrorReason reason, string message, Endpoint endpoint, Exception inner, string? secret) =>
        new(reason, message, innerException: Redaction.Keep(inner, secret)) { Endpoint = endpoint.Template };

    private static async Task<(string? Raw, string? Redacted)> ExcerptAsync(
        HttpResponseMessage response, string? secret, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var timeout = Timeouts.Create(ExcerptTimeout, timeProvider);
        using var registration = Timeouts.CancelWith(timeout, cancellationToken);
        try
        {
            using var body = await ResponseBody.ReadExcerptAsync(response, timeout.Token).ConfigureAwait(false);
            return (body.Excerpt(secret: null), body.Excerpt(secret));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException or OperationCanceledException)
        {
            return default; // the status is known; a body that cannot be read must not hide it
        }
    }

    private static MapTilerErrorReason ReasonOf(HttpStatusCode status, string? text, RequestState state) => (int)status switch
    {
        401 or 403 when state.Secret is null => MapTilerErrorReason.KeyMissing,
        401 => MapTilerErrorReason.KeyInvalid,
        403 => Says(text, "Invalid key") ? MapTilerErrorReason.KeyInvalid : MapTilerErrorReason.Forbidden,
        404 => MapTilerErrorReason.NotFound,
        408 => MapTilerErrorReason.Timeout,
        410 => MapTilerErrorReason.Gone,
        414 => MapTilerErrorReason.UriTooLong,
        429 => Says(text, "quota") ? MapTilerErrorReason.QuotaExceeded : MapTilerErrorReason.RateLimited,
        >= 500 => MapTilerErrorReason.ServerError,
        >= 400 => MapTilerErrorReason.InvalidRequest,
        _ => MapTilerErrorReason.InvalidResponse,
    };

    private static string Message(MapTilerErrorReason reason, HttpStatusCode status, Endpoint endpoint, string? text, bool isImage)
    {
        var answer = isImage ? "with a picture instead of the answer" : string.IsNullOrWhiteSpace(text) ? "without a text" : $"\"{FirstLine(ErrorDocument.MessageOf(text!) ?? text!)}\"";
        return $"MapTiler refused {endpoint.Template} with status {(int)status}, {answer}. {Advice(reason)}";
    }

    private static string Advice(MapTilerErrorReason reason) => reason.Value switch
    {
        nameof(MapTilerErrorReason.KeyMissing) => "No credential was sent. Set MapTiler:ApiKey or MapTiler:ServiceToken.",
        nameof(MapTilerErrorReason.KeyInvalid) => "The key or token is unknown, was deleted, or the plan of its account has expired. Compare it with https://cloud.maptiler.com/account/keys/",
        nameof(MapTilerErrorReason.Forbidden) => Restrictions,
        nameof(MapTilerErrorReason.NotFound) => "There is nothing with this id. Check the id, and that its owner is the account of the key.",
        nameof(MapTilerErrorReason.Gone) => "It was deleted.",
        nameof(MapTilerErrorReason.UriTooLong) => "Send less text or fewer items; the limit is 8192 bytes.",
        nameof(MapTilerErrorReason.RateLimited) => "Too many calls in a short time. Wait for RetryAfter, and limit the rate with ConfigureResilience.",
        nameof(MapTilerErrorReason.QuotaExceeded) => "The quota of the account is used up. See https://cloud.maptiler.com/account/analytics",
        nameof(MapTilerErrorReason.ServerError) => "The service failed; calls that only read were repeated as configured. Try again later.",
        nameof(MapTilerErrorReason.Timeout) => "Try again later.",
        nameof(MapTilerErrorReason.InvalidRequest) => "Check the parameters of the call.",
        _ => "This is not a documented answer. Check what answers at the base address.",
    };

    private static bool Says(string? text, string words) => text?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string FirstLine(string text)
    {
        var line = text.Trim().Split('\n')[0].TrimEnd();
        return line.Length <= 200 ? line : line.Substring(0, 200) + "...";
    }
}
