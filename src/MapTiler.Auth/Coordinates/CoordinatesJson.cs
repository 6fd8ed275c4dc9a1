using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>The generated JSON code of coordinate systems.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CoordinateSearchResult))]
[JsonSerializable(typeof(TransformAnswer))]
internal sealed partial class CoordinatesJson : JsonSerializerContext
{
    public static CoordinateSearchResult? ReadSearch(ReadOnlySpan<byte> body)
    {
        var result = JsonSerializer.Deserialize(body, Default.CoordinateSearchResult);
        return result?.Results.Contains(null!) == true ? throw new JsonException("A result is null.") : result;
    }

    public static TransformAnswer? ReadTransform(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, Default.TransformAnswer);
}
