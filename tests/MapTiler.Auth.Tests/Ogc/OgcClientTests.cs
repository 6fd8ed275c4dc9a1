using System.Net;
using MapTiler.Ogc;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Ogc;

public sealed class OgcClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FollowAsync_with_a_link_of_a_document_requests_its_URL_with_the_key()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var ogc = services.GetRequiredService<OgcClient>();

        var page = await ogc.GetMapTilesAsync("m", Cancel);
        var link = Assert.Single(page.Links);
        var next = await ogc.FollowAsync(link, Cancel);

        Assert.Equal(("O", "item", "application/json", "https://api.maptiler.com/maps/m/tiles/WebMercatorQuad"), (page.Title, link.Rel, link.Type, link.Href));
        Assert.Equal("O", next.Title);
        Assert.Equal($"https://api.maptiler.com/maps/m/tiles/WebMercatorQuad?key={Secrets.Key}", transport.Uris[^1]);
    }

    [Fact]
    public async Task GetConformanceAsync_returns_the_URIs_of_the_classes()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        Assert.Equal(["http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core"], await services.GetRequiredService<OgcClient>().GetConformanceAsync(Cancel));
    }

    [Fact]
    public async Task GetConformanceAsync_with_another_error_than_NotFound_does_not_request_the_second_path()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Forbidden));
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<OgcClient>().GetConformanceAsync(Cancel));

        Assert.Equal(("/ogc/conformance", 1), (error.Endpoint, transport.Uris.Count));
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("https://api.maptiler.com/tiles/v3/{z}/{x}/{y}")]
    public async Task FollowAsync_with_another_origin_or_placeholders_throws_without_a_request(string href)
    {
        var transport = new StubTransport(request => StubTransport.Json($$"""{"links":[{"href":"{{href}}","templated":true},{"rel":"no href"},5]}"""));
        using var services = Clients.Services(transport);
        var ogc = services.GetRequiredService<OgcClient>();
        var link = Assert.Single((await ogc.GetTilesetTilesAsync("v3", Cancel)).Links);

        Assert.True(link.IsTemplated);
        await Assert.ThrowsAsync<ArgumentException>("link", () => ogc.FollowAsync(link, Cancel));
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    public async Task GetMapTilesAsync_with_a_response_that_is_not_an_object_throws_InvalidResponse(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<OgcClient>().GetMapTilesAsync("m", Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }
}
