using MapTiler.Authentication;
using Microsoft.Extensions.Logging;

namespace MapTiler.Http;

/// <summary>Sends the requests of all clients: with an activity, within the total timeout, with <see cref="MapTilerException"/> for every failure.</summary>
internal sealed class RequestSender(
    Func<HttpClient> createClient, Func<Account> account, Func<Account, AccountApi> api, MapTilerResilienceOptions resilience, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The current state of the account.</summary>
    public Account Account => account();

    /// <summary>The API that this sender calls, in the current state of the account; a call takes it once.</summary>
    public AccountApi Api => api(account());

    /// <summary>Builds URLs without credentials, to validate parameters before the first request and to measure lengths.</summary>
    public MapTilerUrlBuilder Urls => Api.Urls;

    /// <summary>Sends a request and reads its response. The total timeout includes the body, except where the caller streams it.</summary>
    /// <exception cref="ArgumentException">The URL cannot be built. Thrown before the task is returned.</exception>
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        var current = Api;
        Uri url;
        try
        {
            url = request.Url(current.Urls);
        }
        catch (MapTilerException e)
        {
            return Task.FromException<T>(ErrorFactory.At(request.Endpoint, e));
        }

        return SendAsync(request, url, current.Credential, cancellationToken);
    }

    private async Task<T> SendAsync<T>(ApiRequest<T> request, Uri url, Credential credential, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var message = new HttpRequestMessage(new HttpMethod(request.Endpoint.Method), url) { Content = request.Content };
        var call = new Call(request.Endpoint, RequestState.GetOrAdd(message), resilience, timeProvider, logger);
        // The pipeline applies the total timeout, too, but only until the headers, and it can be disabled.
        using var timeout = Timeouts.Create(resilience.TotalTimeout, timeProvider);
        using var registration = Timeouts.CancelWith(timeout, cancellationToken);
        call.State.EndpointTemplate = request.Endpoint.Template;
        call.State.Credential = credential;
        call.State.IsBuffered = request.IsBuffered;
        request.Configure?.Invoke(message);
        HttpResponseMessage? response = null;
        try
        {
            using var client = createClient();
            HttpVersions.Apply(client, message);
            response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await ErrorFactory.FromResponseAsync(response, request.Endpoint, call.State, timeProvider, timeout.Token).ConfigureAwait(false);

            return await request.Read(response, call, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            response?.Dispose();
            using (call)
            {
                var failure = call.Failed(e, cancellationToken);
                if (ReferenceEquals(failure, e))
                    throw;
                throw failure;
            }
        }
    }
}
