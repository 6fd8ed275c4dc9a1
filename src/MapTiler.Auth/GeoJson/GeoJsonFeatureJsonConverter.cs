using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>Reads and writes features with their members in any order.</summary>
internal sealed class GeoJsonFeatureJsonConverter : JsonConverter<GeoJsonFeature>
{
    private static readonly JsonNames Names = new("type", "id", "geometry", "bbox", "properties");

    public override GeoJsonFeature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ReadOnlySpan<byte> unknown = [];
        return ReadFeature(ref reader, ref unknown);
    }

    public override void Write(Utf8JsonWriter writer, GeoJsonFeature value, JsonSerializerOptions options) => WriteFeature(writer, value);

    /// <summary>Reads the current value.</summary>
    /// <param name="reader">A reader.</param>
    /// <param name="json">The bytes of the reader if they are known and valid Unicode, otherwise empty. If they are, the properties are parsed when they are used, and plain geometries are read faster.</param>
    /// <exception cref="JsonException">The value is not an object, or a member name is not valid Unicode.</exception>
    internal static GeoJsonFeature ReadFeature(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> json)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a GeoJSON feature.");

        var feature = new GeoJsonFeature();
        var others = new JsonMembers();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Names.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "type": reader.Skip(); break;
                case "id": feature.Id = others.Read<GeoJsonId?>(name, ref reader, static (ref r) => GeoJsonIdJsonConverter.ReadId(ref r)); break;
                case "geometry": feature.Geometry = (json.IsEmpty ? null : PlainGeometryReader.Read(ref reader, ref json)) ?? others.Read(name, ref reader, GeoJsonGeometryJsonConverter.ReadGeometry); break;
                case "bbox": feature.BoundingBox = others.Read<BoundingBox?>(name, ref reader, static (ref r) => BoundingBoxJsonConverter.ReadBox(ref r, allowQuotes: true)); break;
                case "properties" when json.IsEmpty || reader.TokenType != JsonTokenType.StartObject: feature.Properties = others.Read(name, ref reader, JsonMembers.ReadObject)!; break;
                case "properties":
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    feature.SetProperties(json.Slice(start, (int)reader.BytesConsumed - start).ToArray());
                    break;
                default: others.Add(name, ref reader); break;
            }
        }

        feature.ForeignMembers = others.All;
        return feature;
    }

    internal static void WriteFeature(Utf8JsonWriter writer, GeoJsonFeature value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Feature"u8);
        if (value.Id is { } id)
        {
            writer.WritePropertyName("id"u8);
            GeoJsonIdJsonConverter.WriteId(writer, id);
        }

        if (value.BoundingBox is { } box)
        {
            writer.WritePropertyName("bbox"u8);
            BoundingBoxJsonConverter.WriteBox(writer, box);
        }

        if (value.Geometry is { } geometry)
        {
            writer.WritePropertyName("geometry"u8);
            GeoJsonGeometryJsonConverter.WriteGeometry(writer, geometry);
        }
        else if (!value.ForeignMembers.ContainsKey("geometry"))
            writer.WriteNull("geometry"u8);

        if (value.Properties.Count > 0 || !value.ForeignMembers.ContainsKey("properties"))
        {
            writer.WriteStartObject("properties"u8);
            JsonMembers.Write(writer, value.Properties);
            writer.WriteEndObject();
        }

        JsonMembers.Write(writer, value.ForeignMembers.Where(member => !IsWritten(value, member.Key)));
        writer.WriteEndObject();
    }

    private static bool IsWritten(GeoJsonFeature value, string name) => name switch
    {
        "type" => true,
        "id" => value.Id is not null,
        "bbox" => value.BoundingBox is not null,
        "geometry" => value.Geometry is not null,
        "properties" => value.Properties.Count > 0,
        _ => false,
    };
}
