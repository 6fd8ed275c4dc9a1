using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MapTiler.Tool;

/// <summary>Records what is sent and received, without secrets.</summary>
internal sealed partial class TraceHandler(Action<Exchange> record) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = new Exchange
        {
            Method = request.Method.Method,
            Url = Mask(request.RequestUri!.AbsoluteUri),
            UserAgent = request.Headers.NonValidated.TryGetValues("User-Agent", out var userAgent) ? userAgent.ToString() : null,
            Origin = request.Headers.NonValidated.TryGetValues("Origin", out var origin) ? origin.ToString() : null,
        };
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            exchange.Status = response.StatusCode;
            exchange.Date = response.Headers.Date;
            exchange.Via = response.Headers.Via.Count > 0 ? response.Headers.Via.ToString() : null;
            return response;
        }
        catch (Exception e)
        {
            exchange.Error = e;
            throw;
        }
        finally
        {
            exchange.Elapsed = TimeProvider.System.GetElapsedTime(start);
            record(exchange);
        }
    }

    /// <summary>Replaces the values of the parameters that are credentials, also those of upload URLs.</summary>
    public static string Mask(string url) => Secret().Replace(url, "$1***");

    [GeneratedRegex(@"([?&](?:key|signature|token|X-Amz-[A-Za-z-]+|AWSAccessKeyId)=)[^&#]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}

/// <summary>A request that was sent, and its result. It contains no secret.</summary>
internal sealed class Exchange
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    public string? UserAgent { get; init; }

    public string? Origin { get; init; }

    public HttpStatusCode? Status { get; set; }

    public DateTimeOffset? Date { get; set; }

    /// <summary>The proxies between this machine and the server.</summary>
    public string? Via { get; set; }

    public TimeSpan Elapsed { get; set; }

    public Exception? Error { get; set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Method} {Url}{(Origin is null ? "" : $" Origin: {Origin}")} -> {(Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : Error?.GetType().Name)} in {Elapsed.TotalMilliseconds:0} ms");
}
