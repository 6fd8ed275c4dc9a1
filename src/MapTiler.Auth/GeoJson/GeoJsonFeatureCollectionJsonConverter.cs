using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>Reads a collection, a feature or a geometry as a collection, and writes a collection.</summary>
internal sealed class GeoJsonFeatureCollectionJsonConverter : JsonConverter<GeoJsonFeatureCollection>
{
    private static readonly JsonNames Names = new("type", "features", "bbox");

    public override GeoJsonFeatureCollection Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ReadOnlySpan<byte> unknown = [];
        return ReadCollection(ref reader, ref unknown);
    }

    public override void Write(Utf8JsonWriter writer, GeoJsonFeatureCollection value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "FeatureCollection"u8);
        if (value.BoundingBox is { } box)
        {
            writer.WritePropertyName("bbox"u8);
            BoundingBoxJsonConverter.WriteBox(writer, box);
        }

        writer.WriteStartArray("features"u8);
        foreach (var feature in value.Features)
            GeoJsonFeatureJsonConverter.WriteFeature(writer, feature);
        writer.WriteEndArray();

        JsonMembers.Write(writer, value.ForeignMembers.Where(member => member.Key is not ("type" or "features") && (member.Key != "bbox" || value.BoundingBox is null)));
        writer.WriteEndObject();
    }

    /// <summary>Reads a whole document.</summary>
    internal static GeoJsonFeatureCollection ReadCollection(ReadOnlySpan<byte> json)
    {
        var valid = ValidUnicode.Of(json);
        var reader = new Utf8JsonReader(valid, ResponseJson.ReaderOptions);
        reader.Read();
        var collection = ReadCollection(ref reader, ref valid);
        reader.Read(); // throws if more follows
        return collection;
    }

    private static GeoJsonFeatureCollection ReadCollection(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> json)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a GeoJSON object.");

        var whole = reader;
        var bytes = json;
        string? type = null;
        List<GeoJsonFeature>? features = null;
        BoundingBox? box = null;
        var others = new JsonMembers();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Names.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "type": type = others.Read(name, ref reader, GeoJsonType.Read); break;
                case "features": ReadFeatures(ref reader, ref json, features ??= []); break;
                case "bbox": box = others.Read<BoundingBox?>(name, ref reader, static (ref r) => BoundingBoxJsonConverter.ReadBox(ref r, allowQuotes: true)); break;
                default: others.Add(name, ref reader); break;
            }
        }

        return features is not null || type == GeoJsonType.FeatureCollection
            ? new GeoJsonFeatureCollection { Features = features!, BoundingBox = box, ForeignMembers = others.All }
            : new GeoJsonFeatureCollection { Features = [ReadSingle(ref whole, ref bytes, type, hasGeometry: others.All.ContainsKey("geometry"))] };
    }

    private static GeoJsonFeature ReadSingle(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> json, string? type, bool hasGeometry) =>
        type == GeoJsonType.Feature || (type is null && hasGeometry)
            ? GeoJsonFeatureJsonConverter.ReadFeature(ref reader, ref json)
            : new GeoJsonFeature { Geometry = GeoJsonGeometryJsonConverter.ReadGeometry(ref reader) };

    private static void ReadFeatures(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> json, List<GeoJsonFeature> features)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("The features of a GeoJSON collection must be an array.");

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            features.Add(GeoJsonFeatureJsonConverter.ReadFeature(ref reader, ref json));
    }
}
