// Real calls through registration, options, handlers, resilience and JSON, in a program compiled ahead of time.

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler;
using MapTiler.AotSmoke;
using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

if (args is [])
{
    Console.Error.WriteLine("Pass the command of the tool, such as: dotnet src/MapTiler.Auth.Tool/bin/Release/net10.0/maptiler.dll");
    return 1;
}

await using var emulator = await EmulatorProcess.StartAsync(args);
var attempts = new ConcurrentQueue<int>();

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Configuration.AddInMemoryCollection(
[
    new("MapTiler:ApiKey", emulator.ApiKey),
    new("MapTiler:BaseAddress", emulator.BaseAddress.AbsoluteUri),
    new("MapTiler:UserAgent", "aot-smoke/1"),
    new("MapTiler:Authentication", "ApiKey"),
    new("MapTiler:MapApiKeys:streets-v4", emulator.ApiKey),
]);
builder.Services.AddMapTiler().HttpClientBuilder.AddHttpMessageHandler(() => new BusyAtFirst(attempts));
builder.Services.AddMapTiler("provider", o => o.BaseAddress = emulator.BaseAddress).UseApiKeyProvider<EmulatorKeys>();
builder.Services.AddSingleton(emulator);
using var host = builder.Build();
await host.StartAsync();

var geocoding = host.Services.GetRequiredService<GeocodingClient>();
var search = await geocoding.SearchAsync("Zürich", new() { Languages = ["de", "en"] });
Print("search", search.Features[0].PlaceName + ", " + search.Features[0].Texts["de"]);
Print("attempts", string.Join(", ", attempts));
if (!attempts.SequenceEqual([503, 200]))
    return 1;
Print("as JSON", JsonSerializer.Serialize(search, SmokeJson.Default.GeocodingResult)[..60]);
var reverse = await geocoding.ReverseAsync(search.Features[0].Center);
Print("reverse", reverse.Features[0].PlaceName);
var byId = await geocoding.GetByIdAsync("country.1");
Print("by id", byId?.Geometry?.Type ?? "none");
await foreach (var result in host.Services.GetRequiredKeyedService<MapTilerClient>("provider").Geocoding.BatchAsync(["Brno", ""]))
{
    Print("batch", result.Error?.Reason.ToString() ?? result.Features[0].PlaceName);
    var json = JsonSerializer.Serialize(result, SmokeJson.Default.GeocodingBatchResult);
    if (JsonSerializer.Deserialize(json, SmokeJson.Default.GeocodingBatchResult) is not { } copy || copy.ToString() != result.ToString() || copy.Error?.Message != result.Error?.Message)
        return 1;
}

using var signed = new MapTilerClient(new MapTilerOptions { ServiceToken = emulator.ServiceToken, BaseAddress = emulator.BaseAddress });
Print("signed", (await signed.Geocoding.SearchAsync("Wien")).Features[0].PlaceName);
using var unknown = new MapTilerClient(new MapTilerOptions { ApiKey = "NoSuchKey", BaseAddress = emulator.BaseAddress });
try
{
    await unknown.Geocoding.SearchAsync("Wien");
    return 1;
}
catch (MapTilerException e)
{
    Print("refused", e.Reason.ToString());
}

await EveryClient.CallAsync(host.Services.GetRequiredService<MapTilerClient>(), emulator, Print);

Print("requests", await emulator.DescribeRequestsAsync());
return 0;

static void Print(string what, string value) => Console.WriteLine($"{what}: {value}");

/// <summary>The generated JSON code of an application that hands results on.</summary>
[JsonSerializable(typeof(GeocodingResult)), JsonSerializable(typeof(GeocodingBatchResult))]
internal sealed partial class SmokeJson : JsonSerializerContext;

internal sealed class EmulatorKeys(EmulatorProcess emulator) : ApiKeyProvider
{
    public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(emulator.ApiKey);
}
