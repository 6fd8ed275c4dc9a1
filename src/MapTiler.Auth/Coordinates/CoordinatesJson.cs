using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>The generated JSON code of the Coordinates API.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CoordinateSearchResult))]
[JsonSerializable(typeof(TransformResponse))]
internal sealed partial class CoordinatesJson : JsonSerializerContext
{
    public static CoordinateSearchResult? ReadSearch(ReadOnlySpan<byte> body) => ResponseJson.Read<CoordinateSearchResult>(body, Reading.Options);

    public static IReadOnlyList<TransformedPoint>? ReadTransform(ReadOnlySpan<byte> body) =>
        ResponseJson.Read<TransformResponse>(body, Reading.Options) is { } response
            ? [.. response.Results.Select(coordinates => new TransformedPoint(coordinates?.ToPoint(), response.Strategy))]
            : null;

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default,
            new EssentialListJsonConverter<CoordinateSearchItem>(), new OptionalObjectJsonConverter<CoordinateId>(), new OptionalObjectJsonConverter<CoordinateExports>(),
            new OptionalJsonConverter<CoordinateKind>(static (ref reader) => new(JsonValue.Text(ref reader) ?? "")), new OptionalListJsonConverter<CoordinateTransformation>(),
            new EssentialListJsonConverter<TransformResponse.Coordinates?>(optionalItems: true));
    }
}

/// <summary>A transformed point; null if it does not exist in the target system.</summary>
internal readonly record struct TransformedPoint(ProjectedPoint? Point, string? Strategy);

/// <summary>The response to a transformation.</summary>
internal sealed class TransformResponse
{
    [JsonPropertyName("results"), JsonRequired]
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

        public ProjectedPoint? ToPoint() => X is { } x && Y is { } y ? new ProjectedPoint(x, y, Z) : null;
    }
}
