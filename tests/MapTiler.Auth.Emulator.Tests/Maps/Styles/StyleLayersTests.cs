using System.Net;
using System.Text.Json;
using MapTiler.Emulator.Maps;

namespace MapTiler.Emulator.Tests;

/// <summary>The layers of styles, and that everything they name is there.</summary>
public sealed class StyleLayersTests : EmulatorTest
{
    public static TheoryData<string> Maps => [.. BuiltInMapIds.All];

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task All_resources_of_a_style_exist(string map)
    {
        var style = await GetJsonAsync($"/maps/{map}/style.json");
        var tilesets = await ReadTilesetsAsync(style);
        var icons = await ReadIconsAsync(style);
        var layers = style.GetProperty("layers").EnumerateArray().ToArray();

        Assert.Distinct(layers.Select(layer => layer.GetProperty("id").GetString()));
        Assert.All(layers.Where(layer => layer.TryGetProperty("source", out _)), layer =>
        {
            var sourceLayers = tilesets[layer.GetProperty("source").GetString()!];
            if (layer.TryGetProperty("source-layer", out var sourceLayer))
                Assert.Contains(sourceLayer.GetString(), sourceLayers);
            else
                Assert.Empty(sourceLayers);
        });
        Assert.All(layers.SelectMany(IconNames), icon => Assert.Contains(icon, icons));
        foreach (var fontStack in layers.SelectMany(layer => Find(layer, "text-font")).Select(font => string.Join(',', font.EnumerateArray())).Distinct())
            Assert.NotEmpty(await GetBytesAsync($"/fonts/{Uri.EscapeDataString(fontStack)}/0-255.pbf"));
    }

    [Theory]
    [InlineData("streets-v4", "Background,Water,Country border,Country labels,City labels,Building 3D,Road shields", "Hillshade,Satellite,Depth")]
    [InlineData("base-v4", "Background,Water,Country border,Country labels", "Hillshade,Building 3D,Road shields,Shopping")]
    [InlineData("hybrid-v4", "Satellite,Highway,Country border,City labels", "Water,Building,Shore")]
    [InlineData("satellite-v4", "Satellite", "Country border,Country labels,Water")]
    [InlineData("topo-v4", "Hillshade,Contour,Peak labels,Building 3D", "Trail,Satellite")]
    [InlineData("outdoor-v2", "Hillshade,Contour index,Trail,Outdoor", "Building 3D,Depth")]
    [InlineData("winter-v2", "Hillshade,Ski slope", "Building 3D")]
    [InlineData("ocean", "Hillshade,Depth,Ocean RGB,Land,Lake,Landform labels", "Water,Country border,Highway")]
    [InlineData("backdrop", "Hillshade,Land,Water", "Lake,Depth")]
    [InlineData("landscape", "Hillshade,Hand-drawn hillshade,Land Gradient,Land,Lake", "Water")]
    [InlineData("aquarelle", "Land,Water,Highway", "Country labels,Country border,Hillshade")]
    [InlineData("openstreetmap", "Water,Highway shield", "Forest,Meadow")]
    [InlineData("toner-v2-lines", "Water,Country border", "Country labels")]
    public async Task A_style_has_the_layers_of_its_map(string map, string present, string absent)
    {
        var ids = (await GetJsonAsync($"/maps/{map}/style.json")).GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("id").GetString()!).ToArray();
        Assert.All(present.Split(','), id => Assert.Contains(id, ids));
        Assert.All(absent.Split(','), id => Assert.DoesNotContain(id, ids));
    }

    [Theory]
    [InlineData("streets-v4", "construction_pattern", "misc:construction_pattern")]
    [InlineData("streets-v4", "traffic_signal", "misc:traffic_signal")]
    [InlineData("streets-v4", "exit_{ref_length}", "transportation:exit_{ref_length}")]
    [InlineData("streets-v2", "road_{ref_length}", "road_{ref_length}")]
    [InlineData("topo-v4", "exit_{ref_length}", "exit_{ref_length}")]
    public async Task Icon_name_has_the_id_of_its_sheet_if_the_style_has_several_sheets(string map, string icon, string expected)
    {
        var style = await GetJsonAsync($"/maps/{map}/style.json");
        Assert.Contains(expected, style.GetProperty("layers").EnumerateArray().SelectMany(layer => Texts(layer)).Where(text => text.EndsWith(icon, StringComparison.Ordinal)).Distinct());
    }

    [Theory]
    [InlineData("streets-v4", "Roboto", "Noto Sans")]
    [InlineData("base-v4", "Inter", "Noto Sans")]
    [InlineData("dataviz", "Metropolis", "Noto Sans")]
    [InlineData("landscape", "Frutiger Neue", "Noto Sans")]
    [InlineData("ocean", "Libre Baskerville", "Noto Serif")]
    public async Task Style_has_its_font_and_a_fallback_font(string map, string font, string fallback)
    {
        var layers = (await GetJsonAsync($"/maps/{map}/style.json")).GetProperty("layers").EnumerateArray().SelectMany(layer => Find(layer, "text-font")).ToArray();
        Assert.NotEmpty(layers);
        Assert.All(layers, stack => Assert.Collection(
            stack.EnumerateArray().Select(name => name.GetString()!),
            name => Assert.StartsWith(font + " ", name, StringComparison.Ordinal),
            name => Assert.StartsWith(fallback + " ", name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Layers_of_v4_read_the_names_and_booleans_of_its_tiles()
    {
        var layers = (await GetJsonAsync("/maps/streets-v4/style.json")).GetProperty("layers").EnumerateArray().ToDictionary(layer => layer.GetProperty("id").GetString()!);
        Assert.Equal("""["all",["==",["geometry-type"],"LineString"],["==",["get","maritime"],false]]""", layers["Country border"].GetProperty("filter").GetRawText());
        Assert.Equal("""["coalesce",["get","name:en"],["get","name"]]""", layers["City labels"].GetProperty("layout").GetProperty("text-field").GetRawText());
    }

    [Fact]
    public async Task Layers_of_v3_have_filters_of_the_old_form()
    {
        var layers = (await GetJsonAsync("/maps/streets-v2/style.json")).GetProperty("layers").EnumerateArray().ToDictionary(layer => layer.GetProperty("id").GetString()!);
        Assert.Equal("""["all",["==","admin_level",2],["==","disputed",0],["==","maritime",0]]""", layers["Country border"].GetProperty("filter").GetRawText());
        Assert.DoesNotContain(layers.Values, layer => layer.TryGetProperty("filter", out var filter) && filter.GetRawText().Contains("[\"get\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("streets-v4", "streets-v4-dark")]
    [InlineData("streets-v4", "streets-v4-pastel")]
    [InlineData("dataviz-v4", "dataviz-v4-dark")]
    [InlineData("outdoor-v4", "winter-v4")]
    [InlineData("streets-v2", "base-v4")]
    public async Task Variants_of_a_style_have_different_colors(string one, string other) =>
        Assert.NotEqual(await BackgroundAsync(one), await BackgroundAsync(other));

    private async Task<string> BackgroundAsync(string map) =>
        (await GetJsonAsync($"/maps/{map}/style.json")).GetProperty("layers")[0].GetProperty("paint").GetRawText();

    /// <summary>The vector layers of each source; none for a raster.</summary>
    private async Task<Dictionary<string, string?[]>> ReadTilesetsAsync(JsonElement style)
    {
        var tilesets = new Dictionary<string, string?[]>();
        foreach (var source in style.GetProperty("sources").EnumerateObject().Where(source => source.Value.TryGetProperty("url", out _)))
        {
            var tileJson = await GetUriAsync(source.Value.GetProperty("url").GetString()!);
            tilesets[source.Name] = tileJson.TryGetProperty("vector_layers", out var layers) ? [.. layers.EnumerateArray().Select(layer => layer.GetProperty("id").GetString())] : [];
            Assert.Equal(source.Value.GetProperty("type").GetString() == "vector", tilesets[source.Name].Length > 0);
        }

        return tilesets;
    }

    private async Task<HashSet<string>> ReadIconsAsync(JsonElement style)
    {
        var sprite = style.GetProperty("sprite");
        if (sprite.ValueKind == JsonValueKind.String)
            return [.. (await GetUriAsync(sprite.GetString() + ".json")).EnumerateObject().Select(icon => icon.Name)];
        var icons = new HashSet<string>();
        foreach (var sheet in sprite.EnumerateArray())
        {
            var prefix = sheet.GetProperty("id").GetString() is var id && id == "default" ? "" : id + ":";
            icons.UnionWith((await GetUriAsync(sheet.GetProperty("url").GetString() + ".json")).EnumerateObject().Select(icon => prefix + icon.Name));
        }

        return icons;
    }

    private async Task<JsonElement> GetUriAsync(string uri)
    {
        using var response = await SendAsync(new Uri(uri).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }

    /// <summary>The icons that a layer can name, with references of one and of six characters, in the sheets of its networks.</summary>
    private static IEnumerable<string> IconNames(JsonElement layer)
    {
        var names = Find(layer, "fill-pattern").Select(pattern => pattern.GetString()!).Concat(Find(layer, "icon-image").SelectMany(Outputs));
        foreach (var name in names.Where(name => name.Length > 0))
        {
            foreach (var length in (string[])["1", "6"])
            {
                yield return name.Replace("{ref_length}", length, StringComparison.Ordinal).Replace("{network}", "us-interstate", StringComparison.Ordinal);
                if (!name.Contains('{', StringComparison.Ordinal))
                    break;
            }
        }
    }

    /// <summary>The names that an expression can return. One that ends where the length of a reference follows gets a placeholder.</summary>
    private static IEnumerable<string> Outputs(JsonElement expression)
    {
        if (expression.ValueKind == JsonValueKind.String)
            return [expression.GetString()!];
        var items = expression.EnumerateArray().ToArray();
        return items[0].GetString() switch
        {
            "image" => Outputs(items[1]),
            "coalesce" => items.Skip(1).SelectMany(Outputs),
            "step" => items.Skip(2).Where((_, i) => i % 2 == 0).SelectMany(Outputs),
            "match" => items.Skip(3).Where((_, i) => i % 2 == 0).Concat(items[^1..]).SelectMany(Outputs),
            "concat" when items[1].GetString()!.EndsWith('_') => [items[1].GetString() + "{ref_length}"],
            "concat" when items.Length == 5 => [items[1].GetString() + "{network}_{ref_length}"],
            "concat" => [items[1].GetString() + "ferry_terminal"],
            _ => [],
        };
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    private static IEnumerable<JsonElement> Find(JsonElement layer, string property) => ((string[])["layout", "paint"])
        .Where(group => layer.TryGetProperty(group, out _))
        .Select(group => layer.GetProperty(group))
        .Where(group => group.TryGetProperty(property, out _))
        .Select(group => group.GetProperty(property));
}
