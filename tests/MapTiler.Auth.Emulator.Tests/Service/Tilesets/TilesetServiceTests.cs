using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class TilesetServiceTests : ServiceTest
{
    private const string Trails = "0ab7e8a0-5a4b-4d0a-9a2c-3f1c5d9e7b11";

    [Fact]
    public async Task Tileset_that_was_added_in_code_is_listed()
    {
        Emulator.Add(new EmulatedTileset(Trails) { Name = "Trails", Attribution = "us" });

        var tileset = await GetServiceAsync($"tiles/{Trails}");

        Assert.Equal(
            (Trails, "Trails", "", "us"),
            (Text(tileset, "id"), Text(tileset, "title"), Text(tileset, "description"), Text(tileset, "attribution")));
        Assert.Equal(tileset.ToString(), Assert.Single((await GetServiceAsync("tiles")).GetProperty("items").EnumerateArray()).ToString());
    }

    [Fact]
    public async Task Built_in_tilesets_and_tilesets_without_a_uuid_are_not_listed()
    {
        Emulator.Add(new EmulatedTileset("trails"));
        var page = await GetServiceAsync("tiles");
        Assert.Empty(page.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("cursor").ValueKind);
        Assert.False(page.TryGetProperty("total_count", out _));
    }

    [Fact]
    public async Task Tilesets_are_listed_page_by_page()
    {
        for (var i = 10; i < 22; i++)
            Emulator.Add(new EmulatedTileset($"{Trails[..^2]}{i}"));

        var first = await GetServiceAsync("tiles?limit=10");
        var last = await GetServiceAsync($"tiles?limit=10&cursor={Uri.EscapeDataString(Text(first, "cursor")!)}");

        Assert.Equal(10, first.GetProperty("items").GetArrayLength());
        Assert.Equal(["20", "21"], last.GetProperty("items").EnumerateArray().Select(t => Text(t, "id")![^2..]));
    }

    [Fact]
    public async Task Changed_metadata_is_returned_by_the_public_api()
    {
        Emulator.Add(new EmulatedTileset(Trails) { Attribution = "us", MaxZoom = 9, Tiles = (_, _, _) => [1] });

        var changed = await PostAsync($"tiles/{Trails}/change_metadata", """{"title":"T","description":"D","attribution":null}""");

        Assert.Equal(("T", "D", null), (Text(changed, "title"), Text(changed, "description"), Text(changed, "attribution")));
        var tileJson = await GetJsonAsync($"/tiles/{Trails}/tiles.json");
        Assert.Equal(("T", "D", 9), (Text(tileJson, "name"), Text(tileJson, "description"), tileJson.GetProperty("maxzoom").GetInt32()));
        Assert.Equal([1], await GetBytesAsync($"/tiles/{Trails}/0/0/0"));
    }

    [Theory]
    [InlineData("""{"description":"","attribution":""}""", "title")]
    [InlineData("""{"title":null,"description":"","attribution":""}""", "title")]
    [InlineData("""{"title":"","attribution":""}""", "description")]
    [InlineData("""{"title":"","description":""}""", "attribution")]
    [InlineData("""{"title":"","description":"","attribution":1}""", "attribution")]
    public async Task Incomplete_metadata_is_rejected(string body, string field)
    {
        Emulator.Add(new EmulatedTileset(Trails));
        var message = await AssertErrorAsync(400, "invalid_parameter", CallAsync(HttpMethod.Post, $"tiles/{Trails}/change_metadata", body));
        Assert.Contains($" {field}:", message);
    }

    [Fact]
    public async Task Deleted_tileset_is_gone()
    {
        Emulator.Add(new EmulatedTileset(Trails));
        await DeleteAsync($"tiles/{Trails}");

        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Get, $"tiles/{Trails}"));
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Delete, $"tiles/{Trails}"));
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Post, $"tiles/{Trails}/change_metadata", "{}"));
        Assert.Empty((await GetServiceAsync("tiles")).GetProperty("items").EnumerateArray());
        await AssertStatusAsync(HttpStatusCode.NotFound, SendWithKeyAsync($"/tiles/{Trails}/tiles.json"));
    }

    [Theory]
    [InlineData("GET", $"tiles/{Disabled}")]
    [InlineData("DELETE", $"tiles/{Disabled}")]
    [InlineData("POST", $"tiles/{Disabled}/change_metadata")]
    public Task An_unknown_tileset_is_not_found(string method, string path) => AssertErrorAsync(404, "not_found", CallAsync(new(method), path, "{}"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
