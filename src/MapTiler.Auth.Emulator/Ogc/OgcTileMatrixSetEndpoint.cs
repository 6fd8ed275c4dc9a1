using System.Text.Json;

namespace MapTiler.Emulator;

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
