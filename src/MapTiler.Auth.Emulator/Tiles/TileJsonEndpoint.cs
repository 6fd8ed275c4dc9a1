using System.Text.Json;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Ogc;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

/// <summary><c>tiles.json</c>, and for maps <c>256/tiles.json</c>.</summary>
internal sealed class TileJsonEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles.json")
{
    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("tilejson", "2.1.0");
        json.WriteString("name", description.Name);
        json.WriteString("description", description.Description);
        if (description.Attribution is not null)
            json.WriteString("attribution", description.Attribution);
        json.WriteString("format", description.Format);
        json.WriteStartArray("tiles");
        json.WriteStringValue(links.Tiles("{z}", "{x}", "{y}"));
        json.WriteEndArray();
        json.WriteNumber("minzoom", description.MinZoom);
        json.WriteNumber("maxzoom", description.MaxZoom);
        json.WriteString("scheme", "xyz");
        json.WriteString("scale", "1.000000");
        json.WriteString("profile", "mercator");
        json.WriteString("crs", "EPSG:3857");
        WritePlace(json, description);
        WriteVectorLayers(json, description);
        json.WriteEndObject();
    }) with { LastModified = description.LastModified };

    private static void WritePlace(Utf8JsonWriter json, TilesetDescription description)
    {
        JsonShapes.WriteBoundingBox(json, "bounds", description.Bounds);
        json.WriteStartArray("center");
        json.WriteNumberValue(0);
        json.WriteNumberValue(0);
        json.WriteNumberValue(description.MinZoom);
        json.WriteEndArray();
        json.WriteStartArray("extent");
        foreach (var side in (ReadOnlySpan<double>)[-WebMercator.HalfInMeters, -WebMercator.HalfInMeters, WebMercator.HalfInMeters, WebMercator.HalfInMeters])
            json.WriteNumberValue(side);
        json.WriteEndArray();
    }

    private static void WriteVectorLayers(Utf8JsonWriter json, TilesetDescription description)
    {
        if (!description.IsVector)
            return;
        json.WriteStartArray("vector_layers");
        foreach (var layer in description.VectorLayers)
        {
            json.WriteStartObject();
            json.WriteString("id", layer.Id);
            json.WriteNumber("minzoom", layer.MinZoom ?? description.MinZoom);
            json.WriteNumber("maxzoom", layer.MaxZoom ?? description.MaxZoom);
            json.WriteStartObject("fields");
            foreach (var field in layer.Fields)
                json.WriteString(field.Name, field.Type);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A description of tiles, at the same path for maps and for tile sets, and before it a tile size where the service has several.</summary>
internal abstract class DescriptionEndpoint(TilesetSource source, params string[] resources) : ResourceEndpoint(source.Service)
{
    private const char Separator = '/';

    protected override bool IsResource(string resource) =>
        resources.Contains(resource) || (TileSize(resource) is { } size && resources.Contains(resource[(size.Length + 1)..]));

    protected override Response? Respond(IncomingRequest request, string id, string resource)
    {
        var size = resources.Contains(resource) ? null : TileSize(resource);
        return source.Describe(id, size) is { } description
            ? Write(description, new(request, source.Service, id, size, description.Format))
            : null;
    }

    protected abstract Response Write(TilesetDescription description, TilesetLinks links);

    private static string? TileSize(string resource) =>
        resource.IndexOf(Separator, StringComparison.Ordinal) is var slash and > 0 && resource.AsSpan(0, slash).ContainsAnyExceptInRange('0', '9') is false
            ? resource[..slash]
            : null;
}

/// <summary>The URLs of a tile set's resources, with the caller's key.</summary>
internal sealed class TilesetLinks(IncomingRequest request, string service, string id, string? tileSize, string format)
{
    private readonly string _root = $"{request.BaseUrl}/{service}/{Uri.EscapeDataString(id)}/";
    private readonly string _size = tileSize is null ? "" : tileSize + "/";

    public string Style => Resource("style.json");

    public string TileJson => Resource(_size + "tiles.json");

    public string Wmts => Resource(_size + "WMTSCapabilities.xml");

    public string OgcTiles => Resource(_size + "tiles");

    public string OgcTileset => Resource(_size + "tiles/" + OgcTileMatrixSetEndpoint.Id);

    public string OgcTileMatrixSet => Resource(_size + "tileMatrixSet");

    /// <summary>The template of the tiles, with placeholders for zoom level, column and row.</summary>
    public string Tiles(string z, string x, string y) => Resource($"{_size}{z}/{x}/{y}.{format}");

    private string Resource(string path) => _root + path + request.KeyQuery;
}
