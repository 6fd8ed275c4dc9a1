using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

/// <summary>The members of styles: sources, sprites, metadata and links as MapTiler sends them.</summary>
public sealed class StyleDocumentTests : EmulatorTest
{
    private const string Credit =
        "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> "
        + "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>";

    private const string Planet3 = "maptiler_planet=v3:vector";
    private const string Planet4 = "maptiler_planet_v4=v4:vector";
    private const string Attribution = "maptiler_attribution";
    private const string Terrain = "terrain-rgb=terrain-rgb-v2:raster-dem";
    private const string Terrain2 = "terrain_rgb=terrain-rgb-v2:raster-dem";
    private const string Contours = "contours=contours-v2:vector";
    private const string Outdoor = "outdoor=outdoor:vector";
    private const string Land = "land=land:vector";
    private const string Landform = "landform=landform:vector";

    /// <summary>The sources of styles that were seen, in the order of their ids.</summary>
    public static TheoryData<string, string[]> Sources => new()
    {
        { "streets-v4", [Attribution, Planet4] },
        { "base-v4", [Attribution, Planet4] },
        { "hybrid-v4", ["maptiler_planet=v4:vector", "satellite=satellite-v2:raster"] },
        { "dataviz-v4-dark", [Attribution, Planet4] },
        { "topo-v4", [Contours, Landform, Attribution, Planet4, Terrain2] },
        { "outdoor-v4", [Contours, Landform, Planet4, Outdoor, Terrain] },
        { "streets-v2", [Attribution, Planet3] },
        { "basic-v2", [Attribution, Planet3] },
        { "bright-v2", [Planet3] },
        { "toner-v2", [Planet3] },
        { "dataviz", [Attribution, Planet3] },
        { "topo-v2", [Contours, Attribution, Planet3, Terrain2] },
        { "outdoor-v2", [Contours, Planet3, Outdoor, Terrain] },
        { "winter-v2", [Contours, Planet3, Outdoor, Terrain] },
        { "ocean", ["contours=contours:vector", Land, Attribution, Planet3, "ocean=ocean:vector", "ocean_rgb=ocean-rgb:raster-dem", Terrain2] },
        { "backdrop", [Land, Attribution, Planet3, Terrain2] },
        { "landscape", ["hand_drawn_hillshade=hand-drawn-hillshade:raster", Land, "land-gradient=land-gradient:raster", Attribution, Planet3, Terrain2] },
        { "aquarelle", [Land, Attribution, Planet3] },
        { "openstreetmap", ["openmaptiles=v3-openmaptiles:vector"] },
        { "streets-v4-pastel", [Attribution, Planet4] },
        { "topo-v2-dark", [Contours, Attribution, Planet3, Terrain2] },
        { "satellite-v4", ["satellite=satellite-v2:raster"] },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_style_has_the_sources_of_its_map(string map, string[] expected)
    {
        var sources = (await GetStyleAsync(map)).GetProperty("sources").EnumerateObject().ToArray();

        Assert.Equal(expected, sources.Select(Describe));
        Assert.All(sources, source => Assert.Equal(
            source.Name == Attribution ? ["attribution", "type"] : ["url", "type"], source.Value.EnumerateObject().Select(member => member.Name)));
        Assert.All(sources.Where(source => source.Name == Attribution), source => Assert.Equal(Credit, source.Value.GetProperty("attribution").GetString()));
    }

    [Theory]
    [InlineData("streets-v4", "Streets")]
    [InlineData("dataviz-v4-dark", "Dataviz Dark")]
    [InlineData("openstreetmap", "OpenStreetMap")]
    [InlineData("toner-v2-lite", "Toner Lite")]
    public async Task Style_has_the_members_of_MapTiler_in_the_same_order(string map, string name)
    {
        var style = await GetStyleAsync(map);

        Assert.Equal(
            ["version", "name", "sources", "layers", "metadata", "glyphs", "sprite", "bearing", "pitch", "center", "zoom", "id"],
            style.EnumerateObject().Select(member => member.Name));
        Assert.Equal((8, name, map), (style.GetProperty("version").GetInt32(), style.GetProperty("name").GetString(), style.GetProperty("id").GetString()));
        Assert.Equal($"{Emulator.BaseAddress}fonts/{{fontstack}}/{{range}}.pbf?key={Emulator.ApiKey}", style.GetProperty("glyphs").GetString());
        Assert.Equal((0, 0), (style.GetProperty("bearing").GetInt32(), style.GetProperty("pitch").GetInt32()));
    }

    [Theory]
    [InlineData("streets-v4", "[0,0]", 1.0)]
    [InlineData("ocean", "[0,0]", 1.0)]
    [InlineData("openstreetmap", "[2.8655946968546004,22.80535462569901]", 0.7418741168636303)]
    public async Task Style_has_the_initial_view_of_its_map(string map, string center, double zoom)
    {
        var style = await GetStyleAsync(map);
        Assert.Equal((center, zoom), (style.GetProperty("center").GetRawText(), style.GetProperty("zoom").GetDouble()));
    }

    [Theory]
    [InlineData("streets-v4", """[{"id":"default","url":"{0}sprites/general/sprite"},{"id":"misc","url":"{0}sprites/misc/sprite"},{"id":"transportation","url":"{0}sprites/transportation/sprite"}]""")]
    [InlineData("base-v4", "\"{0}sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite\"")]
    [InlineData("hybrid-v4", "\"{0}sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite\"")]
    [InlineData("openstreetmap", "\"{0}sprites/019d2471-bb09-76a3-8579-65d9425a91f6/sprite\"")]
    [InlineData("dataviz-v4-dark", "\"{0}maps/dataviz-v4-dark/sprite\"")]
    [InlineData("streets-v2", "\"{0}maps/streets-v2/sprite\"")]
    [InlineData("ocean", "\"{0}maps/ocean/sprite\"")]
    public async Task Sprite_of_a_style_has_the_format_of_its_map_and_no_key(string map, string sprite) => Assert.Equal(
        sprite.Replace("{0}", Emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal), (await GetStyleAsync(map)).GetProperty("sprite").GetRawText());

    [Theory]
    [InlineData("streets-v4", "copyright groups halo space spaceColor", "color")]
    [InlineData("hybrid-v4", "copyright groups halo space spaceColor", "color preset")]
    [InlineData("base-v4", "copyright groups halo space spaceColor", "color")]
    [InlineData("dataviz-v4-dark", "copyright groups space spaceColor", "color")]
    [InlineData("ocean", "copyright groups", null)]
    public async Task Metadata_of_a_style_has_the_members_of_its_map(string map, string members, string? space)
    {
        var metadata = (await GetStyleAsync(map)).GetProperty("metadata").GetProperty("maptiler");
        Assert.Equal(members.Split(' '), metadata.EnumerateObject().Select(member => member.Name));
        Assert.Equal(space?.Split(' '), metadata.TryGetProperty("space", out var value) ? value.EnumerateObject().Select(member => member.Name) : null);
    }

    [Fact]
    public async Task Metadata_of_older_styles_has_no_groups() =>
        Assert.Equal(["maptiler:copyright"], (await GetStyleAsync("topo-v2")).GetProperty("metadata").EnumerateObject().Select(member => member.Name));

    [Theory]
    [InlineData("streets-v4")]
    [InlineData("outdoor-v2")]
    [InlineData("hybrid-v4")]
    public async Task Each_layer_is_in_one_group(string map)
    {
        var style = await GetStyleAsync(map);
        var groups = style.GetProperty("metadata").GetProperty("maptiler").GetProperty("groups").EnumerateArray().ToArray();

        Assert.All(groups, group => Assert.Equal(["icon", "id", "layers", "name"], group.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(
            style.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("id").GetString()).Order(StringComparer.Ordinal),
            groups.SelectMany(group => group.GetProperty("layers").EnumerateArray().Select(id => id.GetString())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Links_have_the_key_of_the_request()
    {
        var key = Emulator.AddKey("other").Key;
        using var response = await SendAsync($"/maps/streets-v4/style.json?key={key}");
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"tiles/v4/tiles.json?key={key}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Emulator.ApiKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("api.maptiler.com", text, StringComparison.Ordinal);
    }

    [Fact]
    public Task The_style_of_an_unknown_map_is_not_found() => AssertStatusAsync(HttpStatusCode.NotFound, SendWithKeyAsync("/maps/nowhere/style.json"));

    private Task<JsonElement> GetStyleAsync(string map) => GetJsonAsync($"/maps/{map}/style.json");

    private string Describe(JsonProperty source)
    {
        if (!source.Value.TryGetProperty("url", out var url))
            return source.Name;
        var (start, end) = ($"{Emulator.BaseAddress}tiles/", $"/tiles.json?key={Emulator.ApiKey}");
        Assert.StartsWith(start, url.GetString(), StringComparison.Ordinal);
        Assert.EndsWith(end, url.GetString(), StringComparison.Ordinal);
        return $"{source.Name}={url.GetString()![start.Length..^end.Length]}:{source.Value.GetProperty("type").GetString()}";
    }
}
