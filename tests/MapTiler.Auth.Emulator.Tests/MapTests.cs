using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class MapTests : EmulatorTest
{
    [Fact]
    public async Task A_style_is_a_gl_style_whose_links_carry_the_callers_key()
    {
        var style = await GetJsonAsync("/maps/streets-v4/style.json");

        Assert.Equal(8, style.GetProperty("version").GetInt32());
        Assert.Equal("streets-v4", style.GetProperty("name").GetString());
        var baseUrl = Emulator.BaseAddress.ToString();
        var source = style.GetProperty("sources").GetProperty("maptiler_planet");
        Assert.Equal("vector", source.GetProperty("type").GetString());
        Assert.Equal($"{baseUrl}tiles/v3/tiles.json?key={Emulator.ApiKey}", source.GetProperty("url").GetString());
        Assert.Equal($"{baseUrl}fonts/{{fontstack}}/{{range}}.pbf?key={Emulator.ApiKey}", style.GetProperty("glyphs").GetString());
        Assert.Equal($"{baseUrl}maps/streets-v4/sprite", style.GetProperty("sprite").GetString());
        Assert.Equal(["background", "water"], style.GetProperty("layers").EnumerateArray().Select(l => l.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("/maps/nowhere/style.json")]
    [InlineData("/maps/nowhere/")]
    public Task An_unknown_map_is_not_found(string path) => AssertStatusAsync(HttpStatusCode.NotFound, SendWithKeyAsync(path));

    [Fact]
    public async Task A_map_that_was_added_is_served()
    {
        Emulator.AddMap("my map/1");
        var style = await GetJsonAsync("/maps/my%20map%2F1/style.json");
        Assert.Equal("my map/1", style.GetProperty("name").GetString());
        Assert.EndsWith("/maps/my%20map%2F1/sprite", style.GetProperty("sprite").GetString());
    }

    [Fact]
    public async Task The_viewer_is_a_page()
    {
        using var response = await SendWithKeyAsync("/maps/streets-v4/");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("streets-v4", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("sprite.json", "application/json; charset=utf-8")]
    [InlineData("sprite@2x.json", "application/json; charset=utf-8")]
    [InlineData("sprite.png", "image/png")]
    [InlineData("sprite@2x.png", "image/png")]
    public async Task A_sprite_needs_no_key(string file, string contentType)
    {
        using var response = await SendAsync($"/maps/streets-v4/{file}");
        var body = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        if (file.EndsWith(".json", StringComparison.Ordinal))
            Assert.Equal(1, JsonDocument.Parse(body).RootElement.GetProperty("dot").GetProperty("width").GetInt32());
        else
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], body[..4]);
    }

    [Fact]
    public Task The_sprite_of_an_unknown_map_is_not_found() =>
        AssertStatusAsync(HttpStatusCode.NotFound, SendAsync("/maps/nowhere/sprite.png"));
}
