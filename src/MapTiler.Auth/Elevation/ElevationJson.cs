using System.Text.Json;

namespace MapTiler.Elevation;

/// <summary>Reads <c>[[longitude, latitude, elevation], ...]</c>; the response for one location may lack the outer array.</summary>
internal static class ElevationJson
{
    public static IReadOnlyList<double?>? Read(ReadOnlySpan<byte> body)
    {
        var reader = ResponseJson.Reader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            return null;

        var first = reader;
        first.Read();
        return ResponseJson.Read<IReadOnlyList<double?>>(body, first.TokenType is JsonTokenType.Number ? static (ref r) => [ReadElevation(ref r)] : static (ref r) => JsonList.Read(ref r, ReadElevation));
    }

    // An elevation that cannot be read is one that the service does not have.
    private static double? ReadElevation(ref Utf8JsonReader reader) => JsonValue.List<double?>(ref reader, JsonValue.Number, keepNulls: true) switch
    {
        [not null, not null] => null,
        [not null, not null, var elevation] => elevation,
        _ => throw new JsonException("Expected [longitude, latitude, elevation]."),
    };
}
