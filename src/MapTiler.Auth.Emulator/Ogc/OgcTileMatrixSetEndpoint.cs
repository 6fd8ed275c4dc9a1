using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>The tile matrix set, at both paths that MapTiler's documents give: <c>tileMatrixSet</c> and <c>tiles/WebMercatorQuad</c>.</summary>
internal sealed class OgcTileMatrixSetEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tileMatrixSet", "tiles/WebMercatorQuad")
{
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";
    public const string Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";

    protected override Answer Write(TilesetDescription description, TilesetLinks links) => JsonAnswer.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", "WebMercatorQuad");
        json.WriteString("title", "Google Maps Compatible for the World");
        json.WriteString("uri", Uri);
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
        OgcLink.Write(json, links.Tiles("{tileMatrix}", "{tileCol}", "{tileRow}"), "item", description.MediaType, templated: true);
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
        json.WriteNumberValue(-WebMercator.HalfInMetres);
        json.WriteNumberValue(WebMercator.HalfInMetres);
        json.WriteEndArray();
        json.WriteNumber("tileWidth", matrix.TileSize);
        json.WriteNumber("tileHeight", matrix.TileSize);
        json.WriteNumber("matrixWidth", matrix.Count);
        json.WriteNumber("matrixHeight", matrix.Count);
        json.WriteEndObject();
    }
}
