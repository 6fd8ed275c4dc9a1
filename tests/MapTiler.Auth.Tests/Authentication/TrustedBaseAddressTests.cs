using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

/// <summary>Base addresses with a path, such as those of MapTiler Server and of gateways.</summary>
public class TrustedBaseAddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost:3650/api/")]
    [InlineData("http://localhost:3650/api")]
    public async Task A_path_prefix_precedes_the_paths_of_the_service(string baseAddress)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.BaseAddress = new Uri(baseAddress));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await services.Http().GetAsync(new Uri("x.json", UriKind.Relative), Cancel);
        await services.GetRequiredService<MapTilerClient>().GetAsync("/maps/streets-v4/style.json", Cancel);
        await services.GetRequiredService<MapTilerClient>().GetAsync("/api/maps/streets-v4/style.json", Cancel);
        await services.GetRequiredService<MapTilerClient>().GetAsync("http://localhost:3650/api/maps/streets-v4/style.json", Cancel);

        Assert.Equal(
            [
                $"http://localhost:3650/api/geocoding/a.json?key={Secrets.Key}", $"http://localhost:3650/api/x.json?key={Secrets.Key}",
                .. Enumerable.Repeat($"http://localhost:3650/api/maps/streets-v4/style.json?key={Secrets.Key}", 3),
            ], transport.Uris);
    }

    [Theory]
    [InlineData("http://localhost:3650/other/x")]
    [InlineData("http://localhost:3650/api")]
    [InlineData("http://localhost:3650/apix/x")]
    [InlineData("http://localhost:3650/API/x")]
    [InlineData("http://localhost:3650/api/../x")]
    [InlineData("http://localhost:3650/api/%2e%2e/x")]
    [InlineData("http://localhost:3650/api/..%2fx/../../x")]
    [InlineData("http://localhost:3650//api/x")]
    [InlineData("http://localhost:3650/%61pi/../x")]
    [InlineData("http://localhost:3651/api/x")]
    public async Task A_request_outside_of_the_path_prefix_has_no_credential(string uri)
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, new Uri("http://localhost:3650/api/")) { InnerHandler = transport });
        using var withoutSlash = new HttpClient(new ApiKeyHandler(Secrets.Key, new Uri("http://localhost:3650/api")) { InnerHandler = transport });

        await http.GetAsync(new Uri(uri), Cancel);
        await withoutSlash.GetAsync(new Uri(uri), Cancel);

        Assert.Equal(2, transport.Uris.Count);
        Assert.All(transport.Uris, sent => Assert.DoesNotContain(Secrets.Key, sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_outside_of_the_path_prefix_is_rejected()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(System.Net.HttpStatusCode.Found) { Headers = { Location = new Uri("/login", UriKind.Relative) } });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, new Uri("http://localhost:3650/api/")) { InnerHandler = transport });

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(new Uri("http://localhost:3650/api/x"), Cancel));

        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task A_map_below_a_path_prefix_has_its_own_key()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o =>
        {
            o.BaseAddress = new Uri("http://localhost:3650/api/");
            o.MapApiKeys["streets-v4"] = Secrets.OtherKey;
        });

        await services.GetRequiredService<MapTilerClient>().Maps.GetStyleAsync("streets-v4", Cancel);

        Assert.Equal($"http://localhost:3650/api/maps/streets-v4/style.json?key={Secrets.OtherKey}", Assert.Single(transport.Uris));
    }

    [Fact]
    public void Templates_and_signed_URLs_include_the_path_prefix()
    {
        var baseAddress = new Uri("https://gateway.example/maptiler");

        Assert.Equal("https://gateway.example/maptiler/tiles/v4/{z}/{x}/{y}.pbf", new MapTilerUrlBuilder(baseAddress).TileTemplate("v4", "pbf").Template);
        Assert.StartsWith($"https://gateway.example/maptiler/maps/streets-v4/style.json?key={TestToken.Value.KeyId}&signature=",
            new MapTilerUrlBuilder(TestToken.Value, baseAddress).StyleJson("streets-v4").AbsoluteUri, StringComparison.Ordinal);
    }
}
