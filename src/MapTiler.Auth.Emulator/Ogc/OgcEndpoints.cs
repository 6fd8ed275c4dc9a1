using System.Globalization;
using System.Text.Json.Nodes;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Ogc;

/// <summary>Which classes of OGC API - Tiles are met, at both paths of MapTiler's documentation.</summary>
internal sealed class ConformanceEndpoint() : ApiEndpoint("/ogc/conformance", "/conformance")
{
    private static readonly string[] Classes =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
    ];

    public override Response? Respond(IncomingRequest request) =>
        JsonResponse.Of(new JsonObject { ["conformsTo"] = new JsonArray([.. Classes.Select(uri => JsonValue.Create(uri))]) });
}

/// <summary><c>tiles</c>: the list of tilesets of OGC API - Tiles, which contains one.</summary>
internal sealed class OgcTilesEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles")
{
    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Of(new JsonObject
    {
        ["title"] = description.Name,
        ["description"] = description.Description,
        ["links"] = new JsonArray(OgcLink.Create(links.OgcTiles, "self"), OgcLink.Create(links.TileJson, "describedby")),
        ["tilesets"] = new JsonArray(OgcTilesetEndpoint.Describe(description, links)),
    });
}

/// <summary><c>tiles/WebMercatorQuad</c>: the metadata of a tileset of OGC API - Tiles.</summary>
internal sealed class OgcTilesetEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles/" + OgcTileMatrixSetEndpoint.Id)
{
    private const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    // The media type of the standard. The tiles themselves have the media type that the service sends.
    private const string VectorTileType = "application/vnd.mapbox-vector-tile";

    /// <summary>The metadata, which the list of tilesets contains too.</summary>
    public static JsonObject Describe(TilesetDescription description, TilesetLinks links)
    {
        var tileset = new JsonObject { ["title"] = description.Name };
        if (description.Description.Length > 0)
            tileset["description"] = description.Description;
        if (description.Attribution is not null)
            tileset["attribution"] = description.Attribution;
        tileset["dataType"] = description.IsVector ? "vector" : "map";
        tileset["crs"] = OgcTileMatrixSetEndpoint.Crs;
        if (OgcTileMatrixSetEndpoint.UriOf(description) is { } uri)
            tileset["tileMatrixSetURI"] = uri;
        var tiles = OgcLink.Create(
            links.Tiles("{tileMatrix}", "{tileCol}", "{tileRow}"), "item", description.IsVector ? VectorTileType : description.MediaType);
        tiles["templated"] = true;
        tileset["links"] = new JsonArray(
            OgcLink.Create(links.OgcTileset, "self"),
            OgcLink.Create(links.OgcTileMatrixSet, TilingScheme),
            OgcLink.Create(links.TileJson, "describedby"),
            tiles);
        return tileset;
    }

    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Of(Describe(description, links));
}

/// <summary><c>tileMatrixSet</c>: the definition of the tile matrix set.</summary>
internal sealed class OgcTileMatrixSetEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tileMatrixSet")
{
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";
    public const string Id = "WebMercatorQuad";

    private const string RegisteredUri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private const int RegisteredTileSize = 256;

    /// <summary>The URI of the registered tile matrix set; null if the tiles have another size than those of its definition.</summary>
    public static string? UriOf(TilesetDescription description) => description.TileSize == RegisteredTileSize ? RegisteredUri : null;

    protected override Response Write(TilesetDescription description, TilesetLinks links)
    {
        var set = new JsonObject { ["id"] = Id, ["title"] = "Google Maps Compatible for the World" };
        if (UriOf(description) is { } uri)
            set["uri"] = uri;
        set["crs"] = Crs;
        set["orderedAxes"] = new JsonArray("X", "Y");
        set["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible";
        set["tileMatrices"] = new JsonArray([.. TileMatrix.Of(description).Select(matrix => new JsonObject
        {
            ["id"] = matrix.Id,
            ["scaleDenominator"] = matrix.ScaleDenominator,
            ["cellSize"] = matrix.CellSize,
            ["pointOfOrigin"] = new JsonArray(-WebMercator.HalfInMeters, WebMercator.HalfInMeters),
            ["tileWidth"] = matrix.TileSize,
            ["tileHeight"] = matrix.TileSize,
            ["matrixWidth"] = matrix.Count,
            ["matrixHeight"] = matrix.Count,
        })]);
        set["links"] = new JsonArray(OgcLink.Create(links.OgcTileMatrixSet, "self"));
        return JsonResponse.Of(set);
    }
}

/// <summary>Links in OGC documents.</summary>
internal static class OgcLink
{
    public static JsonObject Create(string href, string relation, string type = "application/json") =>
        new() { ["href"] = href, ["rel"] = relation, ["type"] = type };
}

/// <summary>A zoom, as OGC's standards describe it.</summary>
internal readonly record struct TileMatrix(int Zoom, int TileSize)
{
    private const double MetersPerStandardPixel = 0.00028;

    public string Id => Zoom.ToString(CultureInfo.InvariantCulture);

    public long Count => 1L << Zoom;

    public double CellSize => 2 * WebMercator.HalfInMeters / TileSize / Count;

    public double ScaleDenominator => CellSize / MetersPerStandardPixel;

    public static IEnumerable<TileMatrix> Of(TilesetDescription description)
    {
        for (var zoom = description.MinZoom; zoom <= description.MaxZoom; zoom++)
            yield return new(zoom, description.TileSize);
    }
}
