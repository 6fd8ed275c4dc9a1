using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Service;

/// <summary>A handler that returns responses from code and records the method, URL, headers and body of each request.</summary>
internal sealed class ServiceTransport(Func<ServiceRequest, HttpResponseMessage> respond) : HttpMessageHandler
{
    public bool AllowAutoRedirect { get; }

    private readonly ConcurrentQueue<ServiceRequest> _requests = new();

    /// <summary>Runs before the response to a request is returned.</summary>
    public Func<ServiceRequest, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<ServiceRequest> Requests => [.. _requests];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => StubTransport.Text(json, "application/json", status);

    public static HttpResponseMessage Stored(byte[] part)
    {
#pragma warning disable CA5351 // as the store names parts
        var response = new HttpResponseMessage { Headers = { { "ETag", $"\"{Convert.ToHexStringLower(MD5.HashData(part))}\"" } } };
#pragma warning restore CA5351
        return response;
    }

    public ServiceProvider Services(Action<IServiceCollection>? before = null) => Clients.Services(this, options: o => o.ServiceToken = Secrets.Token, before: before);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var recorded = new ServiceRequest(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), body);
        _requests.Enqueue(recorded);
        await Before(recorded, cancellationToken);
        var response = respond(recorded);
        response.RequestMessage = request;
        return response;
    }
}

/// <summary>A request as it was sent.</summary>
internal sealed record ServiceRequest(string Method, Uri Uri, string? Authorization, string? ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public override string ToString() => $"{Method} {Uri.PathAndQuery}";
}
