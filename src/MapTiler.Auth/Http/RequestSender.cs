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
    Func<HttpClient> createClient, Func<Account> account, TimeSpan totalTimeout, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Builds addresses without credentials, to see how long they become; a call takes its own.</summary>
    public MapTilerUrlBuilder Urls => account().Urls;

    /// <summary>Gets an answer and reads it as a whole.</summary>
    /// <param name="endpoint">The endpoint, for telemetry and errors.</param>
    /// <param name="address">Builds the address without credentials.</param>
    /// <param name="parse">Reads the answer.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <param name="items">How many items of a batch the call holds; each is billed.</param>
    /// <exception cref="ArgumentException">The address cannot be built.</exception>
    public Task<T> GetAsync<T>(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, ResponseParser<T> parse, CancellationToken cancellationToken, int items = 1)
        where T : class
    {
        var current = account();
        Uri uri;
        try
        {
            uri = address(current.Urls);
        }
        catch (MapTilerException e)
        {
            return Task.FromException<T>(ErrorFactory.At(endpoint, e));
        }

        return SendAsync(endpoint, uri, current.Scope, parse, items, cancellationToken);
    }

    private async Task<T> SendAsync<T>(Endpoint endpoint, Uri uri, CredentialScope scope, ResponseParser<T> parse, int items, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        using var call = new Call(endpoint, RequestState.GetOrAdd(request), timeProvider, logger);
        using var timeout = Timeouts.Create(totalTimeout, timeProvider);
        using var registration = Timeouts.CancelWith(timeout, cancellationToken);
        call.State.Endpoint = endpoint;
        call.State.Scope = scope;
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
        catch (Exception e)
        {
            var failure = ErrorFactory.FromException(e, endpoint, totalTimeout);
            if (failure is not null && cancellationToken.IsCancellationRequested)
            {
                call.Cancelled();
                throw new OperationCanceledException(cancellationToken);
            }

            call.Failed(failure, e);
            if (failure is null || ReferenceEquals(failure, e))
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
