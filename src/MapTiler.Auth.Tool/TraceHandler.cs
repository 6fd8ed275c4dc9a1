using System.Globalization;
using System.Net;

namespace MapTiler.Tool;

/// <summary>Records what is sent and received, without secrets.</summary>
internal sealed class TraceHandler(Action<Exchange> record) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = new Exchange
        {
            Method = request.Method.Method,
            Url = Secrets.Mask(request.RequestUri!.AbsoluteUri),
            UserAgent = request.Headers.NonValidated.TryGetValues("User-Agent", out var userAgent) ? userAgent.ToString() : null,
            Origin = request.Headers.NonValidated.TryGetValues("Origin", out var origin) ? origin.ToString() : null,
        };
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            exchange.Status = response.StatusCode;
            exchange.Date = response.Headers.Date;
            exchange.Received = TimeProvider.System.GetUtcNow();
            return response;
        }
        catch (Exception e)
        {
            exchange.Error = Secrets.Mask(e.Message);
            throw;
        }
        finally
        {
            exchange.Elapsed = TimeProvider.System.GetElapsedTime(start);
            record(exchange);
        }
    }
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

    /// <summary>The time of this machine when <see cref="Date"/> arrived.</summary>
    public DateTimeOffset Received { get; set; }

    /// <summary>The first line of the response to a rejected request.</summary>
    public string? Message { get; set; }

    public TimeSpan Elapsed { get; set; }

    public string? Error { get; set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Method} {Url}{(Origin is null ? "" : $" Origin: {Origin}")} -> {(Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : Error)} in {Elapsed.TotalMilliseconds:0} ms");
}
