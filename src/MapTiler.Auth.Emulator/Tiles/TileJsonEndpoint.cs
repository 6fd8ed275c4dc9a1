using System.Text.Json.Nodes;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Ogc;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

/// <summary><c>tiles.json</c>, and for maps <c>256/tiles.json</c>.</summary>
internal sealed class TileJsonEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles.json")
{
    protected override Response Write(TilesetDescription description, TilesetLinks links)
    {
        var tileJson = new JsonObject { ["tilejson"] = "2.1.0", ["name"] = description.Name, ["description"] = description.Description };
        if (description.Attribution is not null)
            tileJson["attribution"] = description.Attribution;
        tileJson["format"] = description.Format;
        tileJson["tiles"] = new JsonArray(links.Tiles("{z}", "{x}", "{y}"));
        tileJson["minzoom"] = description.MinZoom;
        tileJson["maxzoom"] = description.MaxZoom;
        tileJson["scheme"] = "xyz";
        tileJson["scale"] = "1.000000";
        tileJson["profile"] = "mercator";
        tileJson["crs"] = "EPSG:3857";
        tileJson["bounds"] = JsonShapes.ToArray(description.Bounds);
        tileJson["center"] = new JsonArray(0, 0, description.MinZoom);
        tileJson["extent"] = new JsonArray(-WebMercator.HalfInMeters, -WebMercator.HalfInMeters, WebMercator.HalfInMeters, WebMercator.HalfInMeters);
        if (description.IsVector)
            tileJson["vector_layers"] = new JsonArray([.. description.VectorLayers.Select(layer => Describe(layer, description))]);
        return JsonResponse.Of(tileJson) with { LastModified = description.LastModified };
    }

    private static JsonObject Describe(VectorLayer layer, TilesetDescription description) => new()
    {
        ["id"] = layer.Id,
        ["minzoom"] = layer.MinZoom ?? description.MinZoom,
        ["maxzoom"] = layer.MaxZoom ?? description.MaxZoom,
        ["fields"] = new JsonObject(layer.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Type))),
    };
}

/// <summary>A description of tiles, at the same path for maps and for tilesets, and before it a tile size where the service has several.</summary>
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

/// <summary>The URLs of a tileset's resources, with the caller's key.</summary>
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
