using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed partial class LandingPageHandlerTests : EmulatorTest
{
    private static readonly string[] Parts = ["/", "/_emulator/page.css", "/_emulator/page.js", "/_emulator/state.json", "/_emulator/map/streets-v4/14,48,3/64x40@2x.png"];

    [Fact]
    public async Task Landing_page_requires_no_key_and_is_not_in_the_journal()
    {
        Emulator.Faults.Add(new Fault { Status = 500, BeforeAuthentication = true });
        foreach (var part in Parts)
        {
            using var response = await SendAsync(part);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"), part);
        }

        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task All_resources_of_the_landing_page_exist()
    {
        var page = await TextAsync("/");
        var links = Link.Matches(page).Select(m => m.Groups[1].Value).Where(l => l.StartsWith('/')).ToArray();
        Assert.Equal(3, links.Length);
        foreach (var link in links)
            await AssertStatusAsync(HttpStatusCode.OK, SendAsync(link));
        foreach (System.Text.RegularExpressions.Match option in Option.Matches(page))
            await AssertStatusAsync(HttpStatusCode.OK, SendAsync($"/_emulator/map/{option.Groups[1].Value}/14,48,3/64x40.png"));
    }

    [Fact]
    public async Task Landing_page_shows_names_of_keys_and_the_last_requests()
    {
        var key = Emulator.AddKey("<b>web shop</b>", origins: ["shop.example"]);
        key.RequestLimit = 100;
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(WithKey("/geocoding/Paris.json", key.Key), null, ("Origin", "https://shop.example")));
        await AssertStatusAsync(HttpStatusCode.Forbidden, SendAsync("/geocoding/Paris.json?key=nobody"));
        var signed = Signing.Sign(new Uri(Emulator.BaseAddress, "/geolocation/ip.json").ToString(), Emulator.ServiceToken);
        (await Client.GetAsync(new Uri(signed), Cancellation)).Dispose();

        var state = JsonDocument.Parse(await TextAsync("/_emulator/state.json")).RootElement;

        var shown = state.GetProperty("keys")[1];
        Assert.Equal("<b>web shop</b>", shown.GetProperty("name").GetString());
        Assert.Equal(1, shown.GetProperty("used").GetInt64());
        Assert.Equal(100, shown.GetProperty("limit").GetInt64());
        Assert.Equal([200, 403, 200], state.GetProperty("requests").EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal("/geocoding/Paris.json?key=***", state.GetProperty("requests")[0].GetProperty("target").GetString());
        Assert.Equal("service token", state.GetProperty("requests")[2].GetProperty("key").GetString());
    }

    [Fact]
    public async Task Landing_page_contains_no_secret()
    {
        var key = Emulator.AddKey("shop");
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(WithKey("/maps/streets-v4/style.json", key.Key)));
        string[] secrets = [Emulator.ApiKey, key.Key, .. Emulator.ServiceToken.Split('_')];
        foreach (var part in Parts.Take(4))
        {
            var text = await TextAsync(part);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text));
        }
    }

    [Fact]
    public async Task Script_of_the_landing_page_writes_no_markup()
    {
        var script = await TextAsync("/_emulator/page.js");
        Assert.DoesNotContain("innerHTML", script);
        Assert.DoesNotContain("insertAdjacent", script);
        Assert.Contains("script-src 'self'", await TextAsync("/"));
    }

    [Fact]
    public async Task Map_of_the_landing_page_is_the_static_map_of_the_service()
    {
        using var response = await SendAsync("/_emulator/map/streets-v4/14,48,3/64x40@2x.png");
        using var image = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((128, 80), (image.Width, image.Height));
        await AssertStatusAsync(HttpStatusCode.NotFound, SendAsync("/_emulator/map/no-such-map/14,48,3/64x40.png"));
        await AssertStatusAsync(HttpStatusCode.BadRequest, SendAsync("/_emulator/map/streets-v4/14,48,99/64x40.png"));
        await AssertStatusAsync(HttpStatusCode.NotFound, SendAsync("/_emulator/no-such-thing"));
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:1234", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    [InlineData("rebound.example", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.7", HttpStatusCode.Forbidden)]
    public Task Request_with_another_host_name_does_not_open_the_landing_page(string host, HttpStatusCode expected) =>
        AssertStatusAsync(expected, SendAsync("/_emulator/state.json", null, ("Host", host)));

    [Theory]
    [InlineData(LandingPageAccess.Anyone, HttpStatusCode.OK)]
    [InlineData(LandingPageAccess.LocalOnly, HttpStatusCode.Forbidden)]
    [InlineData(LandingPageAccess.Disabled, HttpStatusCode.Forbidden)]
    public async Task LandingPage_option_selects_the_allowed_clients(LandingPageAccess access, HttpStatusCode expected)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { LandingPage = access }, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, emulator.BaseAddress);
        request.Headers.Host = "maps.example";
        using var response = await Client.SendAsync(request, Cancellation);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 0 : 1, emulator.Requests.Count);
    }

    [Fact]
    public async Task Another_computer_does_not_open_the_landing_page()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        if (own is null)
            Assert.Skip("This machine has no address but loopback.");
        await using var emulator = await MapTilerEmulator.StartAsync(new() { ListenAddress = IPAddress.Any }, Cancellation);
        var address = new UriBuilder(emulator.BaseAddress) { Host = own.ToString() }.Uri;

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "localhost";
        using var response = await Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Service_api_has_no_landing_page()
    {
        using var response = await Client.GetAsync(Emulator.ServiceBaseAddress, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await SendAsync(path);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Link { get; }

    [GeneratedRegex("<option>([^<]+)</option>")]
    private static partial Regex Option { get; }
}
