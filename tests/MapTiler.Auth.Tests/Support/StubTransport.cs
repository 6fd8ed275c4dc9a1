using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace MapTiler.Tests;

/// <summary>A primary handler that returns responses from code and records the URLs of the requests.</summary>
internal sealed class StubTransport(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
{
    public bool AllowAutoRedirect { get; }

    private readonly ConcurrentQueue<string> _uris = new();

    /// <summary>The requested absolute URLs, with their credentials.</summary>
    public IReadOnlyList<string> Uris => [.. _uris];

    public static HttpResponseMessage Json(string json = ResponseBodies.NoFeatures) => Text(json, "application/json");

    public static HttpResponseMessage Text(string text, string contentType, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, contentType) };

    public static StubTransport AlwaysJson(string json) => new(_ => Json(json));

    /// <summary>Returns the response of the service to each path.</summary>
    public static StubTransport AlwaysJson() => new(request =>
    {
        if (request.Method == HttpMethod.Put)
            return new HttpResponseMessage { Headers = { { "ETag", "\"etag\"" } } };
        var (body, contentType) = ResponseBodies.Of(request.RequestUri!);
        return Text(body, contentType);
    });

    /// <summary>Returns these statuses in order, then JSON.</summary>
    public static StubTransport Statuses(params HttpStatusCode[] statuses)
    {
        var next = -1;
        return new StubTransport(_ => Interlocked.Increment(ref next) < statuses.Length ? new HttpResponseMessage(statuses[next]) : Json());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            await content.CopyToAsync(Stream.Null, cancellationToken); // as a server receives it
        return Send(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _uris.Enqueue(request.RequestUri!.AbsoluteUri);
        var response = respond(request);
        response.RequestMessage = request;
        return response;
    }
}
