using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class ApiHandlerTests : EmulatorTest
{
    [Theory]
    [InlineData(8192, HttpStatusCode.OK)]
    [InlineData(8193, HttpStatusCode.RequestUriTooLong)]
    [InlineData(100_000, HttpStatusCode.RequestUriTooLong)]
    public Task Target_of_more_than_8192_bytes_is_rejected(int length, HttpStatusCode expected)
    {
        var target = WithKey("/geolocation/ip.json", Emulator.ApiKey) + "&x=";
        return AssertStatusAsync(expected, SendAsync(target + new string('a', length - target.Length)));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_than_get_and_head_are_rejected(string method)
    {
        using var response = await SendAsync(WithKey("/geolocation/ip.json", Emulator.ApiKey), new(method));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/metrics?sdk=4.0.2&mtsid=5d1c&key=")]
    [InlineData("/metrics?sdk=4.0.2&key=unknown")]
    public async Task Metrics_accepts_telemetry_from_every_page(string target)
    {
        using var response = await SendAsync(target, HttpMethod.Post, ("Origin", "https://shop.example"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(0, Assert.Single(Emulator.Requests).Cost);
    }

    [Fact]
    public async Task Metrics_rejects_other_methods_than_post()
    {
        using var response = await SendAsync("/metrics");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_returns_the_headers_of_get()
    {
        using var response = await SendAsync(WithKey("/geolocation/ip.json", Emulator.ApiKey), HttpMethod.Head);
        var length = (await GetTextAsync("/geolocation/ip.json")).Length;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Preflight_request_requires_no_key()
    {
        using var response = await SendAsync("/geolocation/ip.json", HttpMethod.Options, ("Origin", "https://example.com"), ("Access-Control-Request-Method", "GET"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["GET, HEAD, OPTIONS"], response.Headers.GetValues("Access-Control-Allow-Methods"));
    }

    [Fact]
    public async Task Success_can_be_read_by_any_page_and_cached_for_four_hours()
    {
        using var response = await SendWithKeyAsync("/maps/streets-v4/style.json");

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("public, max-age=14400", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Geolocation_is_not_cacheable()
    {
        using var response = await SendWithKeyAsync("/geolocation/ip.json");
        Assert.Null(response.Headers.CacheControl);
    }

    [Fact]
    public async Task Rejection_is_neither_cacheable_nor_readable_by_pages()
    {
        using var response = await SendAsync("/geolocation/ip.json");

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Null(response.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/maps")]
    [InlineData("/maps/streets-v4")]
    [InlineData("/geocoding/Paris")]
    [InlineData("/geocoding/a/b.json")]
    [InlineData("/geolocation/ip.json/")]
    public Task An_unknown_path_is_not_found(string path) => AssertStatusAsync(HttpStatusCode.NotFound, SendWithKeyAsync(path));

    [Fact]
    public async Task Absolute_form_of_the_target_is_accepted()
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(Emulator.BaseAddress), UseProxy = true };
        using var client = new HttpClient(handler);

        var url = Signing.Sign("http://maps.example/geolocation/ip.json", Emulator.ServiceToken);
        using var response = await client.GetAsync(new Uri(url), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/geolocation/ip.json", Assert.Single(Emulator.Requests).Path);
    }
}
