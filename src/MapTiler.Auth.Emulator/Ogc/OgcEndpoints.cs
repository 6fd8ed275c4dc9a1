using System.Globalization;
using System.Text.Json;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Ogc;

/// <summary>Which classes of OGC API - Tiles are met, at both paths of MapTiler's documentation.</summary>
internal sealed class ConformanceEndpoint : ApiEndpoint
{
    private static readonly string[] Classes =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
    ];

    public override bool Matches(string rawPath) => rawPath is "/ogc/conformance" or "/conformance";

    public override Response? Respond(IncomingRequest request) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("conformsTo");
        foreach (var uri in Classes)
            json.WriteStringValue(uri);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}

/// <summary><c>tiles</c>: the list of tile sets of OGC API - Tiles, here always one.</summary>
internal sealed class OgcTilesEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles")
{
    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", description.Name);
        json.WriteString("description", description.Description);
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTiles, "self", "application/json");
        OgcLink.Write(json, links.TileJson, "describedby", "application/json");
        json.WriteEndArray();
        json.WriteStartArray("tilesets");
        OgcTilesetEndpoint.WriteTileset(json, description, links);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}

/// <summary><c>tiles/WebMercatorQuad</c>: the metadata of a tile set of OGC API - Tiles.</summary>
internal sealed class OgcTilesetEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles/" + OgcTileMatrixSetEndpoint.Id)
{
    private const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    // The standard's media type. The tiles themselves have the one that the service sends.
    private const string VectorTileType = "application/vnd.mapbox-vector-tile";

    /// <summary>Writes the metadata, which the list of tile sets contains, too.</summary>
    public static void WriteTileset(Utf8JsonWriter json, TilesetDescription description, TilesetLinks links)
    {
        var isVector = description.Format == "pbf";
        json.WriteStartObject();
        json.WriteString("title", description.Name);
        if (description.Description.Length > 0)
            json.WriteString("description", description.Description);
        if (description.Attribution is not null)
            json.WriteString("attribution", description.Attribution);
        json.WriteString("dataType", isVector ? "vector" : "map");
        json.WriteString("crs", OgcTileMatrixSetEndpoint.Crs);
        OgcTileMatrixSetEndpoint.WriteUri(json, "tileMatrixSetURI", description);
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTileset, "self", "application/json");
        OgcLink.Write(json, links.OgcTileMatrixSet, TilingScheme, "application/json");
        OgcLink.Write(json, links.TileJson, "describedby", "application/json");
        OgcLink.Write(json, links.Tiles("{tileMatrix}", "{tileCol}", "{tileRow}"), "item", isVector ? VectorTileType : description.MediaType, templated: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected override Response Write(TilesetDescription description, TilesetLinks links) =>
        JsonResponse.Write(json => WriteTileset(json, description, links));
}

/// <summary><c>tileMatrixSet</c>: the definition of the tile matrix set.</summary>
internal sealed class OgcTileMatrixSetEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tileMatrixSet")
{
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";
    public const string Id = "WebMercatorQuad";

    private const string RegisteredUri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private const int RegisteredTileSize = 256;

    /// <summary>Writes the URI of the registered tile matrix set if the tiles are those of its definition.</summary>
    public static void WriteUri(Utf8JsonWriter json, string name, TilesetDescription description)
    {
        if (description.TileSize == RegisteredTileSize)
            json.WriteString(name, RegisteredUri);
    }

    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("title", "Google Maps Compatible for the World");
        WriteUri(json, "uri", description);
        json.WriteString("crs", Crs);
        json.WriteStartArray("orderedAxes");
        json.WriteStringValue("X");
        json.WriteStringValue("Y");
        json.WriteEndArray();
        json.WriteString("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        json.WriteStartArray("tileMatrices");
        foreach (var matrix in TileMatrix.Of(description))
            WriteMatrix(json, matrix);
        json.WriteEndArray();
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTileMatrixSet, "self", "application/json");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteMatrix(Utf8JsonWriter json, TileMatrix matrix)
    {
        json.WriteStartObject();
        json.WriteString("id", matrix.Id);
        json.WriteNumber("scaleDenominator", matrix.ScaleDenominator);
        json.WriteNumber("cellSize", matrix.CellSize);
        json.WriteStartArray("pointOfOrigin");
        json.WriteNumberValue(-WebMercator.HalfInMeters);
        json.WriteNumberValue(WebMercator.HalfInMeters);
        json.WriteEndArray();
        json.WriteNumber("tileWidth", matrix.TileSize);
        json.WriteNumber("tileHeight", matrix.TileSize);
        json.WriteNumber("matrixWidth", matrix.Count);
        json.WriteNumber("matrixHeight", matrix.Count);
        json.WriteEndObject();
    }
}

/// <summary>Links as OGC's documents have them.</summary>
internal static class OgcLink
{
    public static void Write(Utf8JsonWriter json, string href, string relation, string type, bool templated = false)
    {
        json.WriteStartObject();
        json.WriteString("href", href);
        json.WriteString("rel", relation);
        json.WriteString("type", type);
        if (templated)
            json.WriteBoolean("templated", true);
        json.WriteEndObject();
    }
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
