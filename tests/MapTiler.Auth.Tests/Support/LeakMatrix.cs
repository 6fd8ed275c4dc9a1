using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace MapTiler.Tests;

/// <summary>Calls every method of a client on a server that echoes the request, and searches logs, activities, event sources, objects and exceptions for the credentials.</summary>
internal static class LeakMatrix
{
    private static readonly bool PlatformRedacts = !(AppContext.TryGetSwitch("System.Net.Http.DisableUriRedaction", out var off) && off);

    /// <param name="client">The client from the services that are made for it.</param>
    /// <param name="credential">For api.maptiler.com: <c>key</c> or <c>signature</c>. The Service API receives the token in either case.</param>
    /// <param name="status">The status of all responses.</param>
    /// <param name="cancellationToken">The token of the test.</param>
    public static async Task AssertAsync(Func<IServiceProvider, object> client, string credential, int status, CancellationToken cancellationToken)
    {
        var seen = new ConcurrentQueue<string>();
        var logs = new CapturingLoggerProvider();
        var exported = new List<Activity>();
        await using var server = await LoopbackServer.StartAsync(context => EchoAsync(context, status));
        using var events = new EventRecorder();
        using var parent = new Activity("test").Start();
        using var tracing = Sdk.CreateTracerProviderBuilder().SetSampler(new AlwaysOnSampler()).AddSource("MapTiler").AddHttpClientInstrumentation().AddInMemoryExporter(exported).Build();
        using var services = Clients.Services(server.BaseAddress, builder =>
        {
            foreach (var http in HttpClientsOf(builder))
            {
                http.AddDefaultLogger(); // applications add it again
                http.AddHttpMessageHandler(() => new Spy(seen));
            }
        }, o =>
        {
            o.ApiKey = credential == "signature" ? null : Secrets.Key;
            o.ServiceToken = Secrets.Token;
            o.ServiceBaseAddress = server.BaseAddress;
            o.MapApiKeys["streets-v4"] = Secrets.OtherKey;
        }, before: s => s.AddLogging(l => l.AddCapturing(logs)));

        // Only the platform can hide from loggers above the SDK a key that the caller wrote into the URL.
        var written = PlatformRedacts ? "&key=" + Secrets.OtherKey : "";
        foreach (var path in new[] { "geocoding/Brno.json", "maps/streets-v4/style.json?a=1" + written })
        {
            await CallAsync(() => SendAsync(services.Http(), path, seen, cancellationToken), seen);
            await CallAsync(() => SendAsync(services.Http("MapTiler.Service"), "v1/" + path, seen, cancellationToken), seen);
        }

        var before = server.Requests.Count;
        foreach (var (_, call) in ClientCalls.Of(client(services), cancellationToken))
            await CallAsync(call, seen);

        Assert.True(server.Requests.Count > before, "The client has sent no request.");
        Assert.All(server.Requests, request => AssertCarried(request, credential));
        Assert.NotEmpty(logs.Messages);
        var sinks = new Dictionary<string, string> { ["logs"] = logs.All, ["objects and exceptions"] = string.Join("\n", seen) };
        tracing.ForceFlush();
        var own = exported.Where(a => a.TraceId == parent.TraceId).ToList();
        Assert.NotEmpty(own);
        Assert.NotEmpty(events.Events);
        sinks["event sources of the platform"] = string.Join("\n", events.Events);
        sinks["our activities"] = string.Join("\n", own.Where(a => a.Source.Name == "MapTiler").Select(Flatten));
        if (PlatformRedacts)
            sinks["activities of the platform"] = string.Join("\n", own.Select(Flatten));
        foreach (var sink in sinks)
            Assert.All(Secrets.All, secret => Assert.False(sink.Value.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} is in {sink.Key}"));
    }

    /// <summary>Echoes the credential in each part of a response: reason phrase, headers, cookie, body (compressed, or with escapes) and trailer.</summary>
    private static async Task EchoAsync(HttpContext context, int status)
    {
        var (response, echo) = (context.Response, context.Request.QueryString + context.Request.Headers.Authorization);
        response.StatusCode = status;
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = "Failed " + echo;
        response.Headers.Location = "https://foreign.example/" + context.Request.QueryString;
        response.Headers["X-Echo"] = echo;
        response.Headers.WWWAuthenticate = "Token realm=\"" + echo + "\"";
        response.Headers.SetCookie = "echo=" + Uri.EscapeDataString(echo);
        if (response.SupportsTrailers())
            response.AppendTrailer("X-Trailer", echo);
        var escaped = string.Concat(echo.Select(c => $"\\u{(int)c:x4}"));
        var body = Encoding.UTF8.GetBytes(status == 200 ? ResponseBodies.Brno : context.Request.Path.Value!.Length % 2 == 0 ? "You requested " + echo : $$"""{"message":"You requested {{escaped}}"}""");
        if (status >= 500)
        {
            var compressed = new MemoryStream();
            await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(body);
            (body, response.Headers.ContentEncoding) = (compressed.ToArray(), "gzip");
        }

        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static IEnumerable<IHttpClientBuilder> HttpClientsOf(MapTilerBuilder builder) =>
        typeof(MapTilerBuilder).GetProperties().Where(property => property.PropertyType == typeof(IHttpClientBuilder)).Select(property => (IHttpClientBuilder)property.GetValue(builder)!);

    /// <summary>Asserts that the credential was sent: only then can it leak.</summary>
    private static void AssertCarried(RecordedRequest request, string credential)
    {
        if (request.Target.StartsWith("/v1/", StringComparison.Ordinal))
            Assert.Contains(Secrets.Token, request.Headers["Authorization"], StringComparison.Ordinal);
        else
            Assert.Contains(credential + "=", request.Target, StringComparison.Ordinal);
    }

    private static async Task SendAsync(HttpClient http, string path, ConcurrentQueue<string> seen, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            seen.Enqueue(response.ToString());
            seen.Enqueue(Describe(response.RequestMessage!));
        }
        finally
        {
            seen.Enqueue(Describe(request));
        }
    }

    private static async Task CallAsync(Func<Task> call, ConcurrentQueue<string> seen)
    {
        Task task;
        try
        {
            await (task = call());
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
        {
            seen.Enqueue(ReturnedValues.Describe(e));
            return;
        }

        seen.Enqueue(ReturnedValues.Describe(task));
    }

    private static string Describe(HttpRequestMessage request) =>
        request + string.Join(";", request.Options.Select(o => o.Key + "=" + Convert.ToString(o.Value, CultureInfo.InvariantCulture) + Json(o.Value)));

    private static string Json(object? value) =>
        value is null || value.GetType().Namespace?.StartsWith("MapTiler", StringComparison.Ordinal) != true ? "" : JsonSerializer.Serialize(value, value.GetType());

    private static string Flatten(Activity activity) =>
        activity.DisplayName + activity.StatusDescription + string.Join(";", activity.TagObjects.Concat(activity.Baggage.Select(b => new KeyValuePair<string, object?>(b.Key, b.Value))))
        + string.Join(";", activity.Events.SelectMany(e => e.Tags));

    /// <summary>A handler of the application, which records each request and response.</summary>
    private sealed class Spy(ConcurrentQueue<string> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            seen.Enqueue(Describe(request) + response + Describe(response.RequestMessage!));
            return response;
        }
    }
}
