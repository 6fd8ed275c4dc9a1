using System.Net;

namespace MapTiler.Authentication;

/// <summary>
/// The base class of the handlers that add a credential. The credential goes to exactly one base address and is on the request only
/// while it is sent. Redirects are followed only within that base address; each of them is authenticated again.
/// </summary>
public abstract class CredentialHandler : DelegatingHandler
{
    private const int MaxRedirects = 10;

    private readonly Func<Credential> _credential;
    private bool _ready;

    private protected CredentialHandler(Func<Credential> credential) => _credential = credential;

    /// <summary>Sends the request with its credential.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no credential, the request to the base address uses http, or the service redirects to another origin. The request was not sent there.
    /// </exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Guard.NotNull(request, nameof(request));
        EnsureInnerHandler();
        var original = request.RequestUri is { IsAbsoluteUri: true } uri ? uri : throw new InvalidOperationException("The request has no absolute URL.");
        // The clients of the SDK set the credential of the account that built the URL. Other requests are sent with the credential of the handler.
        var accountCredential = RequestState.Of(request)?.Credential;
        var credential = accountCredential ?? _credential();
        if (!credential.BaseAddress.Accepts(original))
        {
            return accountCredential is null
                ? await base.SendAsync(request, cancellationToken).ConfigureAwait(false)
                : throw new RequestRejectedException(MapTilerErrorReason.InvalidRequest,
                    "A handler changed the URL of the request to one outside of the configured base address, so it would have been sent without a credential. It was not sent. " +
                    "If service discovery resolves the base address, set BaseAddress to the resolved URL instead.");
        }

        var withoutCredential = Redaction.RemoveFromUrl(original);
        var target = withoutCredential;
        var previousUserAgent = credential.UserAgent?.Set(request);
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                request.RequestUri = await credential.ApplyAsync(request, target, cancellationToken).ConfigureAwait(false);
                var state = RequestState.GetOrAdd(request);
                state.Attempts++;

                var response = await SendMaskedAsync(request, state.Secret, cancellationToken).ConfigureAwait(false);
                response.RequestMessage = request;
                if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    (state.SentOrigin, state.SentUserAgent) = (Header(request, "Origin"), Header(request, "User-Agent"));
                var next = response.Headers.Location is { } location ? Resolve(target, location, response) : null;
                if (next is null || !IsRedirect(response) || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head))
                {
                    Redaction.MaskHeaders(response, state.Secret);
                    return await ReceiveAsync(response, state, cancellationToken).ConfigureAwait(false);
                }

                response.Dispose();
                target = Follow(credential.BaseAddress, target, next, redirects, state.Secret);
            }
        }
        finally
        {
            request.RequestUri = withoutCredential;
            credential.Remove(request);
            UserAgentHeader.Restore(request, previousUserAgent); // the options can change before a retry
        }
    }

    /// <summary>Sends a request. The transport quotes an invalid status line or header in its exception, where it can echo the credential to loggers above.</summary>
    private async Task<HttpResponseMessage> SendMaskedAsync(HttpRequestMessage request, string? secret, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (Redaction.Keep(e, secret) is null)
        {
#if NET
            throw new HttpRequestException(e.HttpRequestError, Redaction.Mask(e.Message, secret), inner: null, e.StatusCode);
#else
            throw new HttpRequestException(Redaction.Mask(e.Message, secret));
#endif
        }
    }

#if NET
    /// <summary>Not supported, because a credential may have to be awaited.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => throw NotSynchronous();
#endif

#if NET
    internal static bool CanHaveTrailers(HttpResponseMessage response) => response.Version.Major >= 2 || response.Headers.NonValidated.Contains("Transfer-Encoding");
#endif

    /// <summary>Completes a response whose headers are masked.</summary>
    private protected virtual ValueTask<HttpResponseMessage> ReceiveAsync(HttpResponseMessage response, RequestState state, CancellationToken cancellationToken) => new(WithoutTrailers(response));

    internal static NotSupportedException NotSynchronous() =>
        new("MapTiler's handlers authenticate asynchronous requests only. The request was not sent. Use HttpClient.SendAsync instead of HttpClient.Send.");

    private static Uri Follow(TrustedBaseAddress baseAddress, Uri from, Uri next, int redirects, string? secret)
    {
        if ((from.Scheme != next.Scheme && next.Scheme == "http") || !baseAddress.Accepts(next))
        {
            var origin = Redaction.Mask(next.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), secret);
            throw new RequestRejectedException(MapTilerErrorReason.InvalidResponse,
                $"The service redirected to another origin ({origin}), which must not receive the credential. Check the base address and which server responds there.");
        }

        return redirects < MaxRedirects
            ? next
            : throw new RequestRejectedException(MapTilerErrorReason.InvalidResponse, $"The service redirected more than {MaxRedirects} times.");
    }

    private static Uri? Resolve(Uri from, Uri location, HttpResponseMessage response)
    {
        // Its string, because on Unix a path alone parses as an absolute file URL.
        if (!Uri.TryCreate(from, location.OriginalString, out var resolved))
        {
            response.Headers.Location = null; // it is not a URL, and may echo the credential
            return null;
        }

        var withoutCredential = Redaction.RemoveFromUrl(resolved);
        if (!ReferenceEquals(withoutCredential, resolved))
            response.Headers.Location = withoutCredential; // it echoed the credential
        return withoutCredential;
    }

    // Trailers arrive after the headers, so an echo of the credential in them cannot be masked. The service does not use them.
    private static HttpResponseMessage WithoutTrailers(HttpResponseMessage response)
    {
#if NET
        if (!CanHaveTrailers(response))
            return response;

        var copy = new HttpResponseMessage(response.StatusCode) { Version = response.Version, ReasonPhrase = response.ReasonPhrase, RequestMessage = response.RequestMessage, Content = response.Content };
        foreach (var header in response.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
#else
        return response;
#endif
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(" ", values) : null;

    private static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or (HttpStatusCode)308;

    private void EnsureInnerHandler()
    {
        if (Volatile.Read(ref _ready))
            return;

        lock (_credential)
        {
            if (_ready)
                return;
            if (InnerHandler is null)
                InnerHandler = PrimaryHandlers.Create();
            else
                PrimaryHandlers.Secure(InnerHandler);
            Volatile.Write(ref _ready, true);
        }
    }
}
