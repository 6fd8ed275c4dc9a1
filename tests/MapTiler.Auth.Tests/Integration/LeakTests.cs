using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace MapTiler.Tests.Integration;

/// <summary>
/// Canary credentials must be nowhere: this class looks for their absence. The second run of the tests has the redaction of the
/// platform switched off.
/// </summary>
public sealed class LeakTests
{
    private static readonly bool PlatformRedacts = !(AppContext.TryGetSwitch("System.Net.Http.DisableUriRedaction", out var off) && off);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var mode in new[] { "key", "signed", "service" })
            {
                foreach (var status in new[] { 200, 302, 400, 403, 404, 429, 500, 503 })
                    cases.Add(mode, status);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_log_activity_exception_or_object_holds_a_credential(string mode, int status)
    {
        var seen = new ConcurrentQueue<string>();
        var logs = new CapturingLoggerProvider();
        var exported = new List<Activity>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "https://foreign.example/" + context.Request.QueryString;
            await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(status == 200 ? Answers.Brno : "You asked " + context.Request.QueryString + context.Request.Headers.Authorization), Cancel);
        });
        using var parent = new Activity("test").Start();
        using var tracing = Sdk.CreateTracerProviderBuilder().SetSampler(new AlwaysOnSampler()).AddSource("MapTiler").AddHttpClientInstrumentation().AddInMemoryExporter(exported).Build();
        using var services = Clients.Services(server.BaseAddress, builder =>
        {
            builder.HttpClientBuilder.AddDefaultLogger(); // people put it back
            builder.ServiceHttpClientBuilder.AddDefaultLogger();
            builder.HttpClientBuilder.AddHttpMessageHandler(() => new Spy(seen));
        }, o =>
        {
            o.ApiKey = mode == "signed" ? null : Secrets.Key;
            o.ServiceToken = Secrets.Token;
            o.ServiceBaseAddress = server.BaseAddress;
            o.MapApiKeys["streets-v4"] = Secrets.OtherKey;
        }, before: s => s.AddLogging(l => l.AddCapturing(logs)));

        // Only the platform can hide from the loggers above us what a caller wrote into an address himself.
        var written = PlatformRedacts ? "&key=" + Secrets.OtherKey : "";
        foreach (var path in new[] { "geocoding/Brno.json", "maps/streets-v4/style.json?a=1" + written })
            await CallAsync(() => SendAsync(services.Http(mode == "service" ? "MapTiler.Service" : "MapTiler"), path, seen), seen);
        foreach (var (_, call) in ClientCalls.Of(mode == "service" ? services.GetRequiredService<MapTilerServiceClient>() : services.GetRequiredService<MapTilerClient>(), Cancel))
            await CallAsync(call, seen);

        Assert.NotEmpty(server.Requests);
        Assert.All(server.Requests, r => Assert.Contains(mode switch { "key" => "key=", "signed" => "signature=", _ => "/" }, r.Target, StringComparison.Ordinal));
        Assert.NotEmpty(logs.Messages);
        var sinks = new Dictionary<string, string> { ["logs"] = logs.All, ["objects and exceptions"] = string.Join("\n", seen) };
        tracing.ForceFlush();
        var own = exported.Where(a => a.TraceId == parent.TraceId).ToList();
        Assert.NotEmpty(own);
        sinks["our activities"] = string.Join("\n", own.Where(a => a.Source.Name == "MapTiler").Select(Flatten));
        if (PlatformRedacts)
            sinks["activities of the platform"] = string.Join("\n", own.Select(Flatten));
        foreach (var sink in sinks)
            Assert.All(Secrets.All, secret => Assert.False(sink.Value.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} stands in {sink.Key}"));
    }

    [Fact]
    public async Task Every_method_of_every_client_is_called()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire, options: o => o.ServiceToken = Secrets.Token);
        var calls = ClientCalls.Of(services.GetRequiredService<MapTilerClient>(), Cancel).Concat(ClientCalls.Of(services.GetRequiredService<MapTilerServiceClient>(), Cancel)).ToList();

        foreach (var (name, call) in calls)
        {
            var before = wire.Uris.Count;
            await call();
            Assert.True(wire.Uris.Count > before, $"{name} sent nothing.");
        }

        var interfaces = typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type => type.IsInterface && type.Name.EndsWith("Client", StringComparison.Ordinal));
        Assert.Equal(interfaces.Sum(type => type.GetMethods().Length), calls.Count(call => call.Name.Contains('.', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_method_of_every_client_sends_the_same_in_every_culture()
    {
        var wire = Wire.AlwaysJson();
        foreach (var culture in Cultures.All.Prepend(""))
        {
            using var services = Clients.Services(wire, options: o => o.ServiceToken = Secrets.Token); // anew, since a client keeps terrain tiles
            foreach (var (_, call) in ClientCalls.Of(services.GetRequiredService<MapTilerClient>(), Cancel).Concat(ClientCalls.Of(services.GetRequiredService<MapTilerServiceClient>(), Cancel)))
                await Cultures.In(culture, call);
        }

        var each = wire.Uris.Count / (Cultures.All.Length + 1);
        Assert.All(Enumerable.Range(0, wire.Uris.Count), i => Assert.Equal(wire.Uris[i % each], wire.Uris[i]));
    }

    [Fact]
    public void The_types_that_hold_secrets_print_none()
    {
        using var services = Clients.Services(Wire.AlwaysJson(), options: o => (o.ServiceToken, o.BrowserApiKey) = (Secrets.Token, Secrets.OtherKey));
        var options = services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<MapTilerOptions>>().CurrentValue;
        var token = MapTiler.Authentication.ServiceToken.Parse(Secrets.Token);
        object[] holders = [options, token, new MapTilerUrlBuilder(Secrets.Key), new MapTilerUrlBuilder(token), services.GetRequiredService<MapTilerUrlBuilder>(),
            services.GetRequiredService<MapTilerClient>(), new MapTiler.Authentication.ApiKeyHandler(Secrets.Key), services.Geocoding()];

        foreach (var holder in holders)
        {
            var text = holder + System.Text.Json.JsonSerializer.Serialize(holder, holder.GetType());
            Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static async Task SendAsync(HttpClient http, string path, ConcurrentQueue<string> seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        try
        {
            using var response = await http.SendAsync(request, Cancel);
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
        try
        {
            await call();
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
        {
            seen.Enqueue(e.ToString());
            seen.Enqueue(string.Join(";", e.Data.Cast<object>()) + (e as MapTilerException)?.ResponseExcerpt);
        }
    }

    private static string Describe(HttpRequestMessage request) =>
        request + string.Join(";", request.Options.Select(o => o.Key + "=" + Convert.ToString(o.Value, CultureInfo.InvariantCulture) + Json(o.Value)));

    private static string Json(object? value) =>
        value is null || value.GetType().Namespace?.StartsWith("MapTiler", StringComparison.Ordinal) != true ? "" : System.Text.Json.JsonSerializer.Serialize(value, value.GetType());

    private static string Flatten(Activity activity) =>
        activity.DisplayName + activity.StatusDescription + string.Join(";", activity.TagObjects.Concat(activity.Baggage.Select(b => new KeyValuePair<string, object?>(b.Key, b.Value))))
        + string.Join(";", activity.Events.SelectMany(e => e.Tags));

    /// <summary>A handler of the user: sees each attempt before and after.</summary>
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
