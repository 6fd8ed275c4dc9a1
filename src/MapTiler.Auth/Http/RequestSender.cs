using System.Text.Json;
using MapTiler.Authentication;
using Microsoft.Extensions.Logging;

namespace MapTiler;

/// <summary>
/// The one way of a call: activity and time limit around headers and body, status before body, one kind of exception.
/// </summary>
internal sealed class RequestSender(
    Func<HttpClient> createClient, Func<Account> account, Func<Account, AccountApi> api, TimeSpan totalTimeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The current state of the account.</summary>
    public Account Account => account();

    /// <summary>The API that this sender calls, in the current state of the account; a call takes it once.</summary>
    public AccountApi Api => api(account());

    /// <summary>Builds URLs without credentials, to validate parameters before the first call and to measure lengths.</summary>
    public MapTilerUrlBuilder Urls => Api.Urls;

    /// <summary>Gets an answer and reads it as a whole.</summary>
    /// <param name="endpoint">The endpoint, for telemetry and errors.</param>
    /// <param name="address">Builds the address without credentials.</param>
    /// <param name="parse">Reads the answer.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <param name="items">How many items of a batch the call holds; each is billed.</param>
    /// <param name="configure">Sets headers.</param>
    /// <exception cref="ArgumentException">The address cannot be built.</exception>
    public Task<T> GetAsync<T>(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, ResponseParser<T> parse, CancellationToken cancellationToken, int items = 1, Action<HttpRequestMessage>? configure = null)
        where T : class =>
        SendAsync(endpoint, address, content: null, parse, cancellationToken, items, configure);

    /// <summary>Sends a body and reads the answer as a whole.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<T> SendAsync<T>(
        Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, HttpContent? content, ResponseParser<T> parse, CancellationToken cancellationToken, int items = 1, Action<HttpRequestMessage>? configure = null)
        where T : class =>
        SendAsync(endpoint, address, content, async (response, call, token) =>
        {
            using (response)
            {
                using var body = await ResponseBody.ReadAsync(response, token).ConfigureAwait(false);
                var result = Parse(response, call, body, parse);
                call.Succeeded((int)response.StatusCode, items);
                call.Dispose();
                return result;
            }
        }, cancellationToken, configure);

    /// <summary>Gets an answer whose body the caller reads. The time limit counts until its headers.</summary>
    /// <returns>The answer; <see langword="null"/> if there is none (204, or no byte).</returns>
    /// <inheritdoc cref="GetAsync" path="/param"/>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public Task<MapTilerContent?> OpenAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, CancellationToken cancellationToken, Action<HttpRequestMessage>? configure = null) =>
        OpenAsync(endpoint, address, isOptional: true, cancellationToken, configure);

    /// <summary>Gets an answer whose body the caller reads, where no body is a failure.</summary>
    /// <inheritdoc cref="OpenAsync(Endpoint, Func{MapTilerUrlBuilder, Uri}, CancellationToken, Action{HttpRequestMessage}?)"/>
    public Task<MapTilerContent> OpenRequiredAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, CancellationToken cancellationToken) =>
        OpenAsync(endpoint, address, isOptional: false, cancellationToken)!;

    private Task<MapTilerContent?> OpenAsync(
        Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, bool isOptional, CancellationToken cancellationToken, Action<HttpRequestMessage>? configure = null) =>
        SendAsync(endpoint, address, content: null, async (response, call, token) =>
        {
            if (isOptional && (response.StatusCode == System.Net.HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0))
            {
                response.Dispose();
                call.Succeeded((int)response.StatusCode, items: 1);
                call.Dispose();
                return null;
            }

            if (response.Content.Headers.ContentLength == 0 || (!endpoint.IsPage && ContentTypes.IsMessage(response.Content.Headers.ContentType?.MediaType)))
            {
                using var excerpt = await ResponseBody.ReadExcerptAsync(response, token).ConfigureAwait(false);
                throw ErrorFactory.NotUnderstood(response, endpoint, excerpt, call.State.Secret, cause: null);
            }

            var body = await ResponseStream.OpenAsync(response, call, timeProvider, token).ConfigureAwait(false);
            if (!await body.IsEmptyAsync(token).ConfigureAwait(false))
                return (MapTilerContent?)new MapTilerContent(response, body);

            if (!isOptional)
                throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"The answer to {endpoint.Template} is empty.", response.StatusCode) { Endpoint = endpoint.Template };
            body.Dispose();
            return null;
        }, cancellationToken, configure);

    private Task<T> SendAsync<T>(
        Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, HttpContent? content, Func<HttpResponseMessage, Call, CancellationToken, Task<T>> read, CancellationToken cancellationToken,
        Action<HttpRequestMessage>? configure = null)
    {
        var current = Api;
        Uri uri;
        try
        {
            uri = address(current.Urls);
        }
        catch (MapTilerException e)
        {
            return Task.FromException<T>(ErrorFactory.At(endpoint, e));
        }

        return SendAsync(endpoint, uri, content, current.Credential, read, configure, cancellationToken);
    }

    private async Task<T> SendAsync<T>(
        Endpoint endpoint, Uri uri, HttpContent? content, Credential credential, Func<HttpResponseMessage, Call, CancellationToken, Task<T>> read, Action<HttpRequestMessage>? configure, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), uri) { Content = content };
        var call = new Call(endpoint, RequestState.GetOrAdd(request), timeProvider, logger);
        using var timeout = Timeouts.Create(totalTimeout, timeProvider);
        using var registration = Timeouts.CancelWith(timeout, cancellationToken);
        call.State.EndpointTemplate = endpoint.Template;
        call.State.Credential = credential;
        configure?.Invoke(request);
        HttpResponseMessage? response = null;
        try
        {
            using var client = createClient();
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await ErrorFactory.FromResponseAsync(response, endpoint, call.State, timeProvider, timeout.Token).ConfigureAwait(false);

            return await read(response, call, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            response?.Dispose();
            using (call)
            {
                var failure = call.Failed(e, totalTimeout, cancellationToken);
                if (ReferenceEquals(failure, e))
                    throw;
                throw failure;
            }
        }
    }

    private static T Parse<T>(HttpResponseMessage response, Call call, ResponseBody body, ResponseParser<T> parse)
        where T : class
    {
        try
        {
            return parse(body.Span) ?? throw ErrorFactory.NotUnderstood(response, call.Endpoint, body, call.State.Secret, cause: null);
        }
        // Half of a surrogate pair in a text is an InvalidOperationException.
        catch (Exception e) when (e is JsonException or System.Xml.XmlException or FormatException or InvalidOperationException)
        {
            throw ErrorFactory.NotUnderstood(response, call.Endpoint, body, call.State.Secret, e);
        }
    }
}
