using System.Text.Json.Nodes;
using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The layers of a GL style, from below.</summary>
internal static class StyleLayers
{
    private const string Name = """["coalesce", ["get", "name:en"], ["get", "name"]]""";
    private const string RankOrder = """["get", "rank"]""";
    private const string CountryFilter = """["==", ["get", "class"], "country"]""";
    private const string SettlementFilter = """["!=", ["get", "class"], "country"]""";

    public static IEnumerable<JsonObject> Of(MapTheme theme, string vectorSource, string imagerySource)
    {
        yield return Layer("background", "background", paint: new() { ["background-color"] = Css(theme.IsImagery ? theme.Sea : theme.Land) });
        if (theme.IsImagery)
        {
            yield return Layer("satellite", "raster", source: imagerySource);
        }
        else
        {
            yield return Vector("land", "fill", PlanetTileset.LandLayer, paint: Fill(theme.Land));
            yield return Vector("ice", "fill", PlanetTileset.IceLayer, paint: Fill(theme.Ice));
            yield return Vector("water", "fill", PlanetTileset.WaterLayer, paint: Fill(theme.Sea));
            yield return Vector("shore", "line", PlanetTileset.WaterLayer, paint: Line(theme.Coast, "0.7"));
            yield return Vector("river", "line", PlanetTileset.RiverLayer, paint: Line(theme.Coast, """["interpolate", ["linear"], ["zoom"], 3, 0.6, 8, 2]"""));
        }

        if (theme.HasLines)
        {
            yield return Vector("border", "line", PlanetTileset.BorderLayer,
                filter: """["==", ["get", "admin_level"], 2]""", paint: Line(theme.Border, """["interpolate", ["linear"], ["zoom"], 0, 0.6, 8, 1.6]"""));
        }

        if (!theme.HasNames)
            yield break;
        yield return Vector("sea name", "symbol", PlanetTileset.SeaNameLayer,
            paint: Text(theme.SeaName, theme.SeaHalo ?? theme.Sea),
            layout: Label("Noto Sans Italic", """["match", ["get", "class"], "ocean", 14, 12]"""));
        yield return Vector("city", "symbol", PlanetTileset.PlaceLayer, SettlementFilter, Text(theme.PlaceName, theme.Halo),
            Label("Noto Sans Regular", """["step", ["get", "rank"], 13, 3, 12, 6, 11]""", new JsonObject
            {
                ["icon-image"] = "dot",
                ["text-anchor"] = "bottom",
                ["text-offset"] = JsonNode.Parse("[0, -0.3]"),
                ["symbol-sort-key"] = JsonNode.Parse(RankOrder),
            }));
        yield return Vector("country", "symbol", PlanetTileset.PlaceLayer, CountryFilter, Text(theme.CountryName, theme.Halo),
            Label("Noto Sans Bold", """["step", ["get", "rank"], 12, 4, 10.5]""", new JsonObject
            {
                ["text-transform"] = "uppercase",
                ["text-max-width"] = 8,
                ["symbol-sort-key"] = JsonNode.Parse(RankOrder),
            }));

        JsonObject Vector(string id, string type, string sourceLayer, string? filter = null, JsonObject? paint = null, JsonObject? layout = null) =>
            Layer(id, type, vectorSource, sourceLayer, filter, paint, layout);
    }

    private static JsonObject Layer(
        string id, string type, string? source = null, string? sourceLayer = null, string? filter = null, JsonObject? paint = null, JsonObject? layout = null)
    {
        var layer = new JsonObject { ["id"] = id, ["type"] = type };
        if (source is not null)
            layer["source"] = source;
        if (sourceLayer is not null)
            layer["source-layer"] = sourceLayer;
        if (filter is not null)
            layer["filter"] = JsonNode.Parse(filter);
        if (layout is not null)
            layer["layout"] = layout;
        if (paint is not null)
            layer["paint"] = paint;
        return layer;
    }

    private static JsonObject Fill(SKColor colour) => new() { ["fill-color"] = Css(colour) };

    private static JsonObject Line(SKColor colour, string width) => new() { ["line-color"] = Css(colour), ["line-width"] = JsonNode.Parse(width) };

    private static JsonObject Text(SKColor colour, SKColor halo) =>
        new() { ["text-color"] = Css(colour), ["text-halo-color"] = Css(halo), ["text-halo-width"] = 1.2 };

    private static JsonObject Label(string font, string size, JsonObject? more = null)
    {
        var layout = more ?? [];
        layout["text-field"] = JsonNode.Parse(Name);
        layout["text-font"] = new JsonArray(font);
        layout["text-size"] = JsonNode.Parse(size);
        return layout;
    }

    private static string Css(SKColor colour) => FormattableString.Invariant(
        $"rgba({colour.Red},{colour.Green},{colour.Blue},{Math.Round(colour.Alpha / 255.0, 2)})");
}
