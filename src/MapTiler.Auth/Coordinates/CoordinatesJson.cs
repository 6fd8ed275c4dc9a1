using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>The generated JSON code of the Coordinates API.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CoordinateSearchResult))]
[JsonSerializable(typeof(TransformResponse))]
internal sealed partial class CoordinatesJson : JsonSerializerContext
{
    public static CoordinateSearchResult? ReadSearch(ReadOnlySpan<byte> body)
    {
        var result = JsonSerializer.Deserialize(body, Default.CoordinateSearchResult);
        return result?.Results.Contains(null!) == true ? throw new JsonException("A result is null.") : result;
    }

    public static IReadOnlyList<TransformedPoint>? ReadTransform(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, Default.TransformResponse) is { } response
            ? [.. response.Results.Select(coordinates => new TransformedPoint(coordinates?.ToPoint(), response.Strategy))]
            : null;
}

/// <summary>A transformed point; null if it does not exist in the target system.</summary>
internal readonly record struct TransformedPoint(ProjectedPoint? Point, string? Strategy);

/// <summary>The response to a transformation.</summary>
internal sealed class TransformResponse
{
    [JsonPropertyName("results")]
    public IReadOnlyList<Coordinates?> Results { get => field ?? []; set; }

    [JsonPropertyName("transformer_selection_strategy")]
    public string? Strategy { get; set; }

    /// <summary>The members are missing where a point does not exist in the target system.</summary>
    internal sealed class Coordinates
    {
        [JsonPropertyName("x")]
        public double? X { get; set; }

        [JsonPropertyName("y")]
        public double? Y { get; set; }

        [JsonPropertyName("z")]
        public double? Z { get; set; }

        public ProjectedPoint? ToPoint() => IsFinite(X) && IsFinite(Y) ? new ProjectedPoint(X!.Value, Y!.Value, IsFinite(Z) ? Z : null) : null;

        private static bool IsFinite(double? value) => value is { } number && !double.IsNaN(number) && !double.IsInfinity(number);
    }
}
