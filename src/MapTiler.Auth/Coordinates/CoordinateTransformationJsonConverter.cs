using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>Reads a transformation from its code or from its description.</summary>
internal sealed class CoordinateTransformationJsonConverter : JsonConverter<CoordinateTransformation>
{
    public override CoordinateTransformation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            return new CoordinateTransformation { Id = Code(JsonValue.Text(ref reader)) };
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a code or an object.");

        var json = JsonElement.ParseValue(ref reader);
        return new CoordinateTransformation
        {
            Id = Id(json, "id"),
            Name = JsonMember.String(json, "name"),
            IsReversible = Flag(json, "reversible"),
            IsUsable = Flag(json, "usable"),
            IsDeprecated = Flag(json, "deprecated"),
            Grids = json.TryGetProperty("grids", out var grids) && grids.ValueKind == JsonValueKind.Array ? [.. grids.EnumerateArray().Select(grid => JsonMember.String(grid, "path")).OfType<string>()] : [],
            Accuracy = json.TryGetProperty("accuracy", out var accuracy) ? JsonMember.Number(accuracy) : null,
            Area = JsonMember.String(json, "area"),
            BoundingBox = Box(json),
            TargetCrs = Id(json, "target_crs"),
            Unit = JsonMember.String(json, "unit"),
            Json = json,
        };
    }

    public override void Write(Utf8JsonWriter writer, CoordinateTransformation value, JsonSerializerOptions options)
    {
        if (value.Json.ValueKind == JsonValueKind.Object)
            value.Json.WriteTo(writer);
        else
            writer.WriteNumberValue(value.Id?.Code ?? 0);
    }

    // An invalid code must not lose the other transformations.
    private static CoordinateId? Code(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var code) && code is > 0 and <= int.MaxValue && Math.Floor(code) == code
            ? new CoordinateId { Authority = "EPSG", Code = (int)code }
            : null;

    private static bool? Flag(JsonElement json, string member) => json.TryGetProperty(member, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    private static CoordinateId? Id(JsonElement json, string member) =>
        json.TryGetProperty(member, out var id) && id.ValueKind == JsonValueKind.Object && id.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
            ? new CoordinateId { Authority = JsonMember.String(id, "authority"), Code = number }
            : null;

    private static BoundingBox? Box(JsonElement json)
    {
        if (!json.TryGetProperty("bbox", out var box) || box.ValueKind != JsonValueKind.Array || box.GetArrayLength() != 4)
            return null;

        var numbers = box.EnumerateArray().Select(number => JsonMember.Number(number) ?? double.NaN).ToArray();
        return numbers.Any(double.IsNaN) || Math.Abs(numbers[1]) > 90 || Math.Abs(numbers[3]) > 90 || numbers[1] > numbers[3] ? null : new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
