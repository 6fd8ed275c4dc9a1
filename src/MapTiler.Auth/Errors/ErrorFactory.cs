using System.Globalization;
using System.Net;
using System.Text;
using MapTiler.Authentication;
using Polly;
using Polly.RateLimiting;
using Polly.Timeout;

namespace MapTiler.Errors;

/// <summary>Creates a <see cref="MapTilerException"/> from a response, by its status and its body, or from an exception.</summary>
internal static class ErrorFactory
{
    // The status is already known, so a stalled body must not delay the error for long.
    private static readonly TimeSpan ExcerptTimeout = TimeSpan.FromSeconds(3);

    /// <summary>The number of bytes of a response from which an excerpt is created.</summary>
    public const int MaxExcerptBytes = 4 * MaxExcerptLength;

    private const int MaxExcerptLength = 1024;
    private const int MaxEscapeLength = 8;
    private const int MaxStatusText = 1024;

    /// <summary>Creates the error of an unsuccessful status. Never throws itself.</summary>
    public static async Task<MapTilerException> FromResponseAsync(
        HttpResponseMessage response, Endpoint endpoint, RequestState state, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var isImage = response.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;
        var (text, excerpt) = isImage ? default : await ReadTextAsync(response, state.Secret, timeProvider, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text) && StatusText(response) is { } reasonText)
            (text, excerpt) = (reasonText, Redaction.Mask(reasonText, state.Secret));

        var reason = ReasonOf(response.StatusCode, text, state); // a short key could be part of the words that contain the reason
        var details = text is not null && ErrorDocument.MessageOf(text) is { } message ? Redaction.Mask(message, state.Secret) : excerpt;
        details = !string.IsNullOrWhiteSpace(details) ? $"\"{FirstLine(details!)}\"" : isImage ? "with an image instead of a message" : "without a message";
        return new MapTilerException(
            reason, $"{WhatHappened(response.StatusCode, endpoint)} with status {(int)response.StatusCode}, {details}. {AdviceOf(reason, response, endpoint, state, text, isImage)}", response.StatusCode)
        {
            Endpoint = endpoint.Template,
            RetryAfter = RetryAfter.Of(response, timeProvider),
            ResponseExcerpt = excerpt,
        };
    }

    /// <summary>Creates the error of an exception; <see langword="null"/> if the exception is to be rethrown.</summary>
    public static MapTilerException? FromException(Exception exception, Endpoint endpoint, TimeSpan totalTimeout, string? secret) => exception switch
    {
        MapTilerException known => known,
        RequestRejectedException rejected => new MapTilerException(rejected.Reason, rejected.Message, innerException: rejected) { Endpoint = endpoint.Template },
        RateLimiterRejectedException rejected => new MapTilerException(MapTilerErrorReason.RateLimited,
            "The rate limiter of this application rejected the request. It was not sent. Retry after RetryAfter, or increase the limit with ConfigureResilience.", innerException: rejected)
        { Endpoint = endpoint.Template, RetryAfter = rejected.RetryAfter },
        TimeoutRejectedException rejected when rejected.Timeout < totalTimeout => TimedOut(rejected, endpoint, rejected.Timeout, "one attempt", secret),
        TimeoutRejectedException or OperationCanceledException => TimedOut(exception, endpoint, totalTimeout, "the call with all its retries", secret),
        ExecutionRejectedException rejected => Create(MapTilerErrorReason.ConnectionFailed,
            $"A resilience policy of this application rejected the request to {endpoint.Template}: {Redaction.Mask(rejected.Message, secret)} The request was not sent.", endpoint, rejected, secret),
        InvalidDataException tooLong => Create(MapTilerErrorReason.InvalidResponse, tooLong.Message + " The rest was not read.", endpoint, tooLong, secret),
        _ when IsOfConnection(exception) => Create(MapTilerErrorReason.ConnectionFailed,
            $"The request to {endpoint.Template} failed because the connection could not be opened or was lost: {Redaction.Mask(exception.Message, secret).TrimEnd('.')}. Check the network, the proxy and the base address.", endpoint, exception, secret),
        _ => null,
    };

    /// <summary>Creates the error of a batch item from any exception, also from one that a handler of the application threw.</summary>
    public static MapTilerException OfItem(Exception exception) =>
        exception as MapTilerException ?? (exception is ArgumentException
            ? new MapTilerException(MapTilerErrorReason.InvalidRequest, $"The item was not sent. {exception.Message}", innerException: exception)
            : new MapTilerException(MapTilerErrorReason.ConnectionFailed, $"The request failed before a response was received: {Redaction.Mask(exception.Message, secret: null)}", innerException: Redaction.Keep(exception, secret: null)));

    /// <summary>Whether an exception is the error of a batch item, instead of ending the batch as it is.</summary>
    public static bool IsOfItem(Exception exception) => exception is not (OperationCanceledException or ObjectDisposedException) && !IsOfProgram(exception);

    /// <summary>Creates the error that ends a batch.</summary>
    public static MapTilerException OfBatch(MapTilerException error) =>
        new(error.Reason, $"{error.Message} The remaining items would fail, too, so they were not sent. The results before them were returned.", error.StatusCode, error)
        {
            Endpoint = error.Endpoint,
            RetryAfter = error.RetryAfter,
            ResponseExcerpt = error.ResponseExcerpt,
        };

    /// <summary>Whether the connection could not be opened or was lost. The streams of Mono throw a <see cref="System.Net.WebException"/>.</summary>
    public static bool IsOfConnection(Exception exception) => exception is HttpRequestException or IOException or System.Net.WebException && !IsOfProgram(exception);

    /// <summary>Whether a body that is read cannot be decompressed.</summary>
    public static bool IsOfDecompression(Exception exception) => exception is InvalidOperationException and not (ObjectDisposedException or System.Net.WebException);

    // Exceptions of the file system that a connection does not have, such as that of an assembly that is missing.
    private static bool IsOfProgram(Exception exception) =>
        exception is FileNotFoundException or FileLoadException or DirectoryNotFoundException or DriveNotFoundException or PathTooLongException;

    /// <summary>Creates the error of a streamed response that stalled or is too slow.</summary>
    public static MapTilerException Stalled(Endpoint endpoint, Exception cause) => Create(MapTilerErrorReason.Timeout,
        $"The response to {endpoint.Template} stalled: {cause.Message}. Try again later.", endpoint, cause, secret: null);

    /// <summary>Adds the endpoint to an error.</summary>
    public static MapTilerException At(Endpoint endpoint, MapTilerException error) => new(error.Reason, error.Message) { Endpoint = endpoint.Template };

    /// <summary>Creates the error of a response that does not match the documentation of the service.</summary>
    public static MapTilerException NotUnderstood(HttpResponseMessage response, Endpoint endpoint, BoundedBuffer body, string? secret, Exception? cause) =>
        new(MapTilerErrorReason.InvalidResponse,
            $"The response to {endpoint.Template} does not match the documentation of MapTiler ({response.Content.Headers.ContentType?.MediaType ?? "no content type"}, " +
            $"{body.Unread.Length} bytes). A proxy or another server may respond at the base address. Check the base address. {Redaction.Mask(cause?.Message ?? "", secret)}".TrimEnd(),
            response.StatusCode, Redaction.Keep(cause, secret))
        {
            Endpoint = endpoint.Template,
            ResponseExcerpt = endpoint.HoldsSecrets ? null : Excerpt(body, secret),
        };

    private static MapTilerException TimedOut(Exception exception, Endpoint endpoint, TimeSpan limit, string what, string? secret) => Create(MapTilerErrorReason.Timeout,
        $"MapTiler did not respond to {endpoint.Template} in time (limit {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s for {what}). Try again later, or increase the timeout with ConfigureResilience.",
        endpoint, new TimeoutException(Redaction.Mask(exception.Message, secret), Redaction.Keep(exception, secret)), secret);

    private static MapTilerException Create(MapTilerErrorReason reason, string message, Endpoint endpoint, Exception inner, string? secret) =>
        new(reason, message, innerException: Redaction.Keep(inner, secret)) { Endpoint = endpoint.Template };

    /// <summary>Reads the beginning of the body as it is, and as an excerpt without the credential.</summary>
    private static async Task<(string? Text, string? Excerpt)> ReadTextAsync(
        HttpResponseMessage response, string? secret, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var timeout = Timeouts.Create(ExcerptTimeout, timeProvider);
        using var registration = Timeouts.CancelWith(timeout, cancellationToken);
        try
        {
            using var body = await BoundedBuffer.ReadAsync(response, timeout.Token, MaxExcerptBytes).ConfigureAwait(false);
            return (TextOf(body), Excerpt(body, secret));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException or OperationCanceledException)
        {
            return default; // the status is known, also if the body cannot be read
        }
    }

    private static string TextOf(BoundedBuffer body)
    {
        body.SkipMark();
        return Encoding.UTF8.GetString(body.Unread.Slice(0, Math.Min(body.Unread.Length, MaxExcerptBytes)).ToArray());
    }

    /// <summary>Returns the beginning of the body without the credential, also where the body was not read to its end.</summary>
    private static string Excerpt(BoundedBuffer body, string? secret)
    {
        var masked = Redaction.Mask(TextOf(body), secret);
        var length = body.IsFinal && body.Unread.Length <= MaxExcerptBytes ? masked.Length : Math.Max(0, masked.Length - MaxEscapeLength * (secret?.Length ?? 0));
        return masked.Substring(0, Math.Min(length, MaxExcerptLength));
    }

    private static MapTilerErrorReason ReasonOf(HttpStatusCode status, string? text, RequestState state) => (int)status switch
    {
        401 or 403 when state.Secret is null => MapTilerErrorReason.KeyMissing,
        401 => MapTilerErrorReason.KeyInvalid,
        402 => MapTilerErrorReason.QuotaExceeded,
        403 when Contains(text, "signature") => MapTilerErrorReason.SignatureInvalid,
        403 => Contains(text, "Invalid key") ? MapTilerErrorReason.KeyInvalid : MapTilerErrorReason.Forbidden,
        404 => MapTilerErrorReason.NotFound,
        407 => MapTilerErrorReason.InvalidResponse,
        408 => MapTilerErrorReason.Timeout,
        410 => MapTilerErrorReason.Gone,
        414 => MapTilerErrorReason.UriTooLong,
        451 => MapTilerErrorReason.Forbidden,
        429 => Contains(text, "quota") ? MapTilerErrorReason.QuotaExceeded : MapTilerErrorReason.RateLimited,
        >= 500 => MapTilerErrorReason.ServerError,
        >= 400 => MapTilerErrorReason.InvalidRequest,
        _ => MapTilerErrorReason.InvalidResponse,
    };

    /// <summary>Returns the reason in the header of a rejected image, without the status: <c>statustext: 403 Invalid key</c>.</summary>
    private static string? StatusText(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("statustext", out var values))
            return null;
        var text = string.Join(" ", values).Trim();
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        text = text.StartsWith(status, StringComparison.Ordinal) ? text.Substring(status.Length).Trim() : text;
        return text.Length == 0 ? null : text.Length <= MaxStatusText ? text : text.Substring(0, MaxStatusText);
    }

    private static string WhatHappened(HttpStatusCode status, Endpoint endpoint) => (int)status switch
    {
        407 => $"A proxy rejected the request to {endpoint.Template}",
        408 or >= 500 => $"MapTiler failed to process the request to {endpoint.Template}",
        _ => $"MapTiler rejected the request to {endpoint.Template}",
    };

    private static string AdviceOf(MapTilerErrorReason reason, HttpResponseMessage response, Endpoint endpoint, RequestState state, string? text, bool isImage)
    {
        var status = (int)response.StatusCode;
        if (status == 407)
            return "A proxy between this application and MapTiler requires authentication. Set its credentials, for example with HttpClientHandler.DefaultProxyCredentials.";
        if (status == 451)
            return "The resource is not available for legal reasons. Use another resource.";
        if (status == 402)
            return "A payment is required: the plan of the account does not include the request, or its quota is used up. See https://cloud.maptiler.com/account/";
        if (reason == MapTilerErrorReason.Forbidden)
            return ForbiddenAdvice(response.Headers.Contains("X-MAPTILER-FREE"), state, text, isImage);
        if (reason == MapTilerErrorReason.KeyInvalid && isImage)
            return $"{Advice(reason)} Images of your own maps are rejected like this also if the account has a free plan.";
        return reason == MapTilerErrorReason.InvalidRequest && endpoint == Endpoints.Tile
            ? "Check the zoom: tiles above the maxzoom of the tileset are rejected. See its TileJSON."
            : Advice(reason);
    }

    private static string ForbiddenAdvice(bool isFree, RequestState state, string? text, bool isImage)
    {
        var plan = isFree ? "free plan" : "plan";
        if (Contains(text, "rendered maps") || (isFree && isImage))
            return $"The {plan} of the account does not include rendered maps: static maps, and raster tiles of your own maps. Upgrade the plan, or render the style of the map in the client. Plans: https://www.maptiler.com/cloud/pricing/";
        return $"The key is probably restricted, or the {plan} of the account does not include this service. The request was sent with " +
            $"{Sent("Origin", state.SentOrigin, state)} and {Sent("User-Agent", state.SentUserAgent, state)}: compare them with the allowed origins and the allowed user agent of the key at " +
            "https://cloud.maptiler.com/account/keys/ and set MapTiler:Origin or MapTiler:UserAgent, or use another key.";
    }

    private static string Sent(string header, string? value, RequestState state) =>
        value is null ? $"no {header}" : $"the {header} \"{FirstLine(Redaction.Mask(value, state.Secret))}\"";

    private static string Advice(MapTilerErrorReason reason) => reason switch
    {
        MapTilerErrorReason.KeyMissing => "No credential was sent. Set MapTiler:ApiKey or MapTiler:ServiceToken.",
        MapTilerErrorReason.KeyInvalid => "The key or token is unknown, was deleted, or the plan of its account has expired. Compare it with https://cloud.maptiler.com/account/keys/",
        MapTilerErrorReason.SignatureInvalid => "The service token does not have the right secret, or the URL was changed after it was signed, for example by a proxy. Compare MapTiler:ServiceToken with Account > Credentials at https://cloud.maptiler.com",
        MapTilerErrorReason.NotFound => "The resource does not exist. Check the id, and that it belongs to the account of the key.",
        MapTilerErrorReason.Gone => "The resource was deleted.",
        MapTilerErrorReason.UriTooLong => "The limit is 8192 bytes. Send a shorter query or fewer items.",
        MapTilerErrorReason.RateLimited => "Too many requests were sent in a short time. Wait for RetryAfter, and limit the rate with ConfigureResilience.",
        MapTilerErrorReason.QuotaExceeded => "The quota of the account is used up. See https://cloud.maptiler.com/account/analytics",
        MapTilerErrorReason.ServerError => "The service failed. Requests that only read were retried as configured. Try again later.",
        MapTilerErrorReason.Timeout => "Try again later.",
        MapTilerErrorReason.InvalidRequest => "Check the parameters of the call.",
        _ => "This is not a documented response. Check which server responds at the base address.",
    };

    private static bool Contains(string? text, string words) => text?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string FirstLine(string text)
    {
        var line = text.Trim().Split('\n')[0].TrimEnd();
        return line.Length <= 200 ? line : line.Substring(0, 200) + "...";
    }
}
