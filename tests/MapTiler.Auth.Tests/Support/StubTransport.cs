using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace MapTiler.Tests;

/// <summary>A transport that answers from code and records what reached it.</summary>
internal sealed class StubTransport(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _uris = new();

    /// <summary>The absolute addresses that were asked, with their credentials.</summary>
    public IReadOnlyList<string> Uris => [.. _uris];

    public static HttpResponseMessage Json(string json = ResponseBodies.NoFeatures) => Text(json, "application/json");

    public static HttpResponseMessage Text(string text, string contentType, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, contentType) };

    public static StubTransport AlwaysJson(string json) => new(_ => Json(json));

    /// <summary>Answers each path as the service does.</summary>
    public static StubTransport AlwaysJson() => new(request =>
    {
        if (request.Method == HttpMethod.Put)
            return new HttpResponseMessage { Headers = { { "ETag", "\"etag\"" } } };
        var (body, contentType) = ResponseBodies.Of(request.RequestUri!);
        return Text(body, contentType);
    });

    /// <summary>Answers these statuses one after the other, then JSON.</summary>
    public static StubTransport Statuses(params HttpStatusCode[] statuses)
    {
        var next = -1;
        return new StubTransport(_ => Interlocked.Increment(ref next) < statuses.Length ? new HttpResponseMessage(statuses[next]) : Json());
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _uris.Enqueue(request.RequestUri!.AbsoluteUri);
        var response = answer(request);
        response.RequestMessage = request;
        return response;
    }
}
