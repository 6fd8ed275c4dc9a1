using System.Text.Json;

namespace MapTiler.GeoJson;

/// <summary>The names of what may stand at the top of GeoJSON.</summary>
internal static class GeoJsonType
{
    public const string Feature = "Feature";
    public const string FeatureCollection = "FeatureCollection";

    public static string Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("The type of a GeoJSON object is a text.");

    /// <summary>Whether an object of this type is read as a collection of one.</summary>
    public static bool IsSingle(string type) => type is Feature
        or "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" or "GeometryCollection";
}
