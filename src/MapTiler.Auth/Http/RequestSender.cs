using System.Text.Json;
using MapTiler.Authentication;
using Microsoft.Extensions.Logging;

namespace MapTiler;

/// <summary>Makes a value of the bytes of an answer.</summary>
internal delegate T? ResponseParser<T>(ReadOnlySpan<byte> body);

/// <summary>
/// The one way of a call: activity and time limit around headers and body, status before body, one kind of exception.
/// </summary>
internal sealed class RequestSender(
    Func<HttpClient> createClient, Func<MapTilerUrlBuilder> urls, TimeSpan totalTimeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Builds addresses without credentials for the configured origin.</summary>
    public MapTilerUrlBuilder Urls => urls();

    /// <summary>Gets an answer and reads it as a whole.</summary>
    /// <param name="endpoint">The endpoint, for telemetry and errors.</param>
    /// <param name="uri">The address without credentials.</param>
    /// <param name="parse">Reads the answer.</param>
    /// <param name="items">How many items of a batch the call holds; each is billed.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public async Task<T> GetAsync<T>(Endpoint endpoint, Uri uri, ResponseParser<T> parse, int items, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        using var call = new Call(endpoint, RequestState.GetOrAdd(request), timeProvider, logger);
#if NET
        using var timeout = new CancellationTokenSource(totalTimeout, timeProvider);
#else
        using var timeout = timeProvider.CreateCancellationTokenSource(totalTimeout);
#endif
        using var registration = cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), timeout);
        call.State.Endpoint = endpoint;
        try
        {
            using var client = createClient();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await ErrorFactory.FromResponseAsync(response, endpoint, call.State, timeProvider, timeout.Token).ConfigureAwait(false);

            using var body = await ResponseBody.ReadAsync(response, timeout.Token).ConfigureAwait(false);
            var result = Parse(response, endpoint, call.State, body, parse);
            call.Succeeded((int)response.StatusCode, items);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            call.Cancelled();
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (ErrorFactory.FromException(e, endpoint, totalTimeout) is { } failure)
        {
            call.Failed(failure);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
    }

    private static T Parse<T>(HttpResponseMessage response, Endpoint endpoint, RequestState state, ResponseBody body, ResponseParser<T> parse)
        where T : class
    {
        try
        {
            return parse(body.Span) ?? throw ErrorFactory.NotUnderstood(response, endpoint, body, state.Secret, cause: null);
        }
        catch (JsonException e)
        {
            throw ErrorFactory.NotUnderstood(response, endpoint, body, state.Secret, e);
        }
    }
}
