// One call in one way: FirstCall (client|services|factory|bare|nothing) <base address> <API key>. Prints the name of the place.

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

Console.WriteLine(args[0] switch
{
    "client" => await ClientAsync(args[1], args[2]),
    "services" => await ServicesAsync(args[1], args[2]),
    "factory" => await FactoryAsync(args[1], args[2]),
    "bare" => await BareAsync(args[1], args[2]),
    _ => "",
});

static async Task<string> ClientAsync(string baseAddress, string key)
{
    using var client = new MapTilerClient(new MapTilerOptions { ApiKey = key, BaseAddress = new(baseAddress) });
    return (await client.Geocoding.SearchAsync("Brno", new() { Limit = 1 })).Features[0].PlaceName;
}

static async Task<string> ServicesAsync(string baseAddress, string key)
{
    var services = new ServiceCollection();
    services.AddMapTiler(options => (options.ApiKey, options.BaseAddress) = (key, new(baseAddress)));
    await using var provider = services.BuildServiceProvider();
    return (await provider.GetRequiredService<GeocodingClient>().SearchAsync("Brno", new() { Limit = 1 })).Features[0].PlaceName;
}

static async Task<string> FactoryAsync(string baseAddress, string key)
{
    var services = new ServiceCollection();
    services.AddHttpClient("peer", client => client.BaseAddress = new(baseAddress)).AddStandardResilienceHandler();
    await using var provider = services.BuildServiceProvider();
    using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("peer");
    return (await client.GetFromJsonAsync($"geocoding/Brno.json?limit=1&key={key}", PeerJson.Default.Places))!.Features[0].PlaceName;
}

static async Task<string> BareAsync(string baseAddress, string key)
{
    using var client = new HttpClient();
    await using var stream = await client.GetStreamAsync(new Uri($"{baseAddress}geocoding/Brno.json?limit=1&key={key}"));
    using var document = await JsonDocument.ParseAsync(stream);
    return document.RootElement.GetProperty("features")[0].GetProperty("place_name").GetString()!;
}

internal sealed record Places(Place[] Features);

internal sealed record Place([property: JsonPropertyName("place_name")] string PlaceName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Places))]
internal sealed partial class PeerJson : JsonSerializerContext;
