using System.Net;
using System.Text.Json;
using System.Xml;

namespace MapTiler.Http;

/// <summary>A request to an endpoint and how its response is read.</summary>
/// <param name="Endpoint">The endpoint, for telemetry and errors.</param>
/// <param name="Url">Builds the URL without credentials; throws <see cref="ArgumentException"/> for an invalid parameter.</param>
/// <param name="Read">Reads a successful response and ends the call, or returns a stream that ends it.</param>
internal sealed record ApiRequest<T>(Endpoint Endpoint, Func<MapTilerUrlBuilder, Uri> Url, Func<HttpResponseMessage, Call, CancellationToken, Task<T>> Read)
{
    /// <summary>The request body; null for a request without one.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Whether the response is read completely within each attempt, so that a failure to read it is retried.</summary>
    public bool IsBuffered { get; init; }

    /// <summary>Sets headers of the request message.</summary>
    public Action<HttpRequestMessage>? Configure { get; init; }
}

/// <summary>Creates descriptions of requests.</summary>
internal static class ApiRequest
{
    /// <summary>Describes a request whose response body is read as a whole.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="url">Builds the URL without credentials.</param>
    /// <param name="parse">Parses the response body.</param>
    /// <param name="items">The number of batch items in the request; each is billed.</param>
    public static ApiRequest<T> For<T>(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url, ResponseParser<T> parse, int items = 1)
        where T : class =>
        new(endpoint, url, async (response, call, cancellationToken) =>
        {
            using (response)
            {
                var result = Parse(response, call, await ReadAsync(response, cancellationToken).ConfigureAwait(false), parse);
                call.Succeeded((int)response.StatusCode, items);
                call.Dispose();
                return result;
            }
        })
        { IsBuffered = true };

    /// <summary>Describes a request for a file, which is read as a whole; a response without a body (204, or empty) is null.</summary>
    public static ApiRequest<MapTilerContent?> ForFile(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url) =>
        new(endpoint, url, (response, call, cancellationToken) => ReadFileAsync(response, call, isRequired: false, cancellationToken)) { IsBuffered = true };

    /// <summary>Describes a request for a file, which is read as a whole; a response without a body is an error.</summary>
    public static ApiRequest<MapTilerContent> ForRequiredFile(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url) =>
        new(endpoint, url, async (response, call, cancellationToken) => (await ReadFileAsync(response, call, isRequired: true, cancellationToken).ConfigureAwait(false))!) { IsBuffered = true };

    /// <summary>Describes a request whose response body the caller streams; a response without a body (204, or empty) is null.</summary>
    public static ApiRequest<MapTilerContent?> ForStream(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url) =>
        new(endpoint, url, async (response, call, cancellationToken) =>
        {
            if (response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0)
            {
                response.Dispose();
                call.Succeeded((int)response.StatusCode, items: 1);
                call.Dispose();
                return null;
            }

            var body = await OpenAsync(response, call, cancellationToken).ConfigureAwait(false);
            if (!await body.IsEmptyAsync(cancellationToken).ConfigureAwait(false))
                return new MapTilerContent(response, body);
            body.Dispose();
            return null;
        });

    /// <summary>Describes a request whose response body the caller streams; a response without a body is an error.</summary>
    public static ApiRequest<MapTilerContent> ForRequiredStream(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url) =>
        new(endpoint, url, async (response, call, cancellationToken) =>
        {
            var body = await OpenAsync(response, call, cancellationToken).ConfigureAwait(false);
            return await body.IsEmptyAsync(cancellationToken).ConfigureAwait(false)
                ? throw Empty(endpoint, response)
                : new MapTilerContent(response, body);
        });

    private static async Task<ResponseStream> OpenAsync(HttpResponseMessage response, Call call, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength == 0 || IsTextInsteadOfFile(response, call.Endpoint))
        {
            using var excerpt = await BoundedBuffer.ReadAsync(response, cancellationToken, ErrorFactory.MaxExcerptBytes).ConfigureAwait(false);
            throw ErrorFactory.NotUnderstood(response, call.Endpoint, excerpt, call.State.Secret, cause: null);
        }

        return await ResponseStream.OpenAsync(response, call, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<MapTilerContent?> ReadFileAsync(HttpResponseMessage response, Call call, bool isRequired, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            if (body.Unread.Length == 0 && isRequired)
                throw Empty(call.Endpoint, response);
            if (body.Unread.Length > 0 && IsTextInsteadOfFile(response, call.Endpoint))
                throw ErrorFactory.NotUnderstood(response, call.Endpoint, body, call.State.Secret, cause: null);

            call.Succeeded((int)response.StatusCode, items: 1);
            call.Dispose();
            return body.Unread.Length == 0 ? null : new MapTilerContent(response, body.Unread.ToArray());
        }
    }

    // A handler of the application can replace the response that was read within the retries.
    private static async ValueTask<BoundedBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ((BufferedContent)(await BufferedContent.LoadAsync(response, cancellationToken).ConfigureAwait(false)).Content).Body;

    private static bool IsTextInsteadOfFile(HttpResponseMessage response, Endpoint endpoint) => !endpoint.IsPage && ContentTypes.IsTextInsteadOfFile(response.Content.Headers.ContentType?.MediaType);

    private static MapTilerException Empty(Endpoint endpoint, HttpResponseMessage response) =>
        new(MapTilerErrorReason.InvalidResponse, $"The response to {endpoint.Template} is empty.", response.StatusCode) { Endpoint = endpoint.Template };

    private static T Parse<T>(HttpResponseMessage response, Call call, BoundedBuffer body, ResponseParser<T> parse)
        where T : class
    {
        body.SkipMark();
        try
        {
            return parse(body.Unread) ?? throw ErrorFactory.NotUnderstood(response, call.Endpoint, body, call.State.Secret, cause: null);
        }
        // Half of a surrogate pair in a string is an InvalidOperationException.
        catch (Exception e) when (e is JsonException or XmlException or FormatException or InvalidOperationException)
        {
            throw ErrorFactory.NotUnderstood(response, call.Endpoint, body, call.State.Secret, e);
        }
    }
}

/// <summary>Parses a complete response body; null means that the body is not a result.</summary>
internal delegate T? ResponseParser<T>(ReadOnlySpan<byte> body);
