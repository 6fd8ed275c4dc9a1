using System.Net;

namespace MapTiler.Authentication;

/// <summary>
/// What the credential handlers share: the credential goes to exactly one origin, stands on the request only while it is sent,
/// and redirects are followed only within that origin, with the credential made anew.
/// </summary>
public abstract class CredentialHandler : DelegatingHandler
{
    private const int MaxRedirects = 10;

    private readonly Func<CredentialScope> _scope;
    private bool _ready;

    private protected CredentialHandler(Func<CredentialScope> scope) => _scope = scope;

    /// <summary>Sends the request with its credential.</summary>
    /// <exception cref="InvalidOperationException">There is no credential, the request to the origin uses http, or a redirect leads to another origin. Nothing was sent there.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendCoreAsync(request, isAsync: true, cancellationToken).AsTask();

#if NET
    /// <inheritdoc cref="SendAsync"/>
    /// <exception cref="NotSupportedException">The <see cref="ApiKeyProvider"/> did not answer synchronously.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = SendCoreAsync(request, isAsync: false, cancellationToken);
        System.Diagnostics.Debug.Assert(sent.IsCompleted, "Nothing on the synchronous way awaits.");
        return sent.GetAwaiter().GetResult();
    }
#endif

    private async ValueTask<HttpResponseMessage> SendCoreAsync(HttpRequestMessage request, bool isAsync, CancellationToken cancellationToken)
    {
        Guard.NotNull(request, nameof(request));
        EnsureInnerHandler();
        var original = request.RequestUri is { IsAbsoluteUri: true } uri ? uri : throw new InvalidOperationException("The request has no absolute address.");
        var scope = ScopeOf(request);
        if (!scope.Origin.Accepts(original))
        {
            // A call of our own clients goes to the configured origin or nowhere: a reload may have changed it in between.
            return RequestState.Of(request)?.Endpoint is null
                ? await SendInnerAsync(request, isAsync, cancellationToken).ConfigureAwait(false)
                : throw new RequestRefusedException(MapTilerErrorReason.InvalidRequest,
                    "The address of the call is not at the configured base address, so it would have gone without a credential. Nothing was sent. Was the base address changed meanwhile?");
        }

        var keyless = CredentialQuery.Remove(original);
        var target = keyless;
        try
        {
            for (var hop = 0; ; hop++)
            {
                var authenticated = scope.Credential.ApplyAsync(request, target, cancellationToken);
                if (!isAsync && !authenticated.IsCompleted)
                    throw NotSynchronous(authenticated);
                request.RequestUri = await authenticated.ConfigureAwait(false);
                var state = RequestState.GetOrAdd(request);
                state.Attempts++;

                var response = await SendInnerAsync(request, isAsync, cancellationToken).ConfigureAwait(false);
                response.RequestMessage = request;
                if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    (state.SentOrigin, state.SentUserAgent) = (Header(request, "Origin"), Header(request, "User-Agent"));
                EchoedCredential.Hide(response, RequestState.Of(request)?.Secret);
                var secret = RequestState.Of(request)?.Secret;
                if (response.Headers.Location is not { } location)
                {
                    EchoedCredential.HideLocation(response, secret);
                    return response;
                }

                var next = Resolve(target, location, response);
                if (next is null || !IsRedirect(response) || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head))
                {
                    EchoedCredential.HideLocation(response, secret);
                    return response;
                }

                response.Dispose();
                target = Follow(scope.Origin, target, next, hop);
            }
        }
        finally
        {
            request.RequestUri = keyless;
            scope.Credential.Remove(request);
        }
    }

    private protected virtual CredentialScope ScopeOf(HttpRequestMessage request) => _scope();

    private static NotSupportedException NotSynchronous(ValueTask<Uri> pending)
    {
        // Nobody waits for the key any more; a failure to get it must not surface as an unobserved one.
        pending.AsTask().ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return new NotSupportedException("The ApiKeyProvider answers asynchronously, so only SendAsync works.");
    }

    private static Uri Follow(TrustedOrigin origin, Uri from, Uri next, int hop)
    {
        if ((from.Scheme != next.Scheme && next.Scheme == "http") || !origin.Accepts(next))
        {
            throw new RequestRefusedException(MapTilerErrorReason.InvalidResponse,
                $"The service redirected to another origin ({next.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}), to which no credential goes. Check the base address and what answers there.");
        }

        return hop < MaxRedirects
            ? next
            : throw new RequestRefusedException(MapTilerErrorReason.InvalidResponse, $"The service redirected more than {MaxRedirects} times.");
    }

    private static Uri? Resolve(Uri from, Uri location, HttpResponseMessage response)
    {
        // On Unix a path alone parses as an absolute file address.
        var resolved = location.IsAbsoluteUri && location.Scheme != Uri.UriSchemeFile ? location : null;
        if (resolved is null && !Uri.TryCreate(from, location.OriginalString, out resolved))
        {
            response.Headers.Location = null; // it leads nowhere, and may echo the credential
            return null;
        }

        var keyless = CredentialQuery.Remove(resolved);
        if (!ReferenceEquals(keyless, resolved))
            response.Headers.Location = keyless; // it echoed the credential
        return keyless;
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(" ", values) : null;

    private static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or (HttpStatusCode)308;

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, bool isAsync, CancellationToken cancellationToken)
    {
#if NET
        if (!isAsync)
            return Task.FromResult(base.Send(request, cancellationToken));
#endif
        return base.SendAsync(request, cancellationToken);
    }

    private void EnsureInnerHandler()
    {
        if (Volatile.Read(ref _ready))
            return;

        lock (_scope)
        {
            if (_ready)
                return;
            if (InnerHandler is null)
                InnerHandler = PrimaryHandlers.Create();
            else
                PrimaryHandlers.DisableRedirects(InnerHandler);
            Volatile.Write(ref _ready, true);
        }
    }
}
