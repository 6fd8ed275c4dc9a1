using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>A point as the service answers it.</summary>
internal sealed record TransformedPoint
{
    [JsonPropertyName("x")]
    public double? X { get; init; }

    [JsonPropertyName("y")]
    public double? Y { get; init; }

    [JsonPropertyName("z")]
    public double? Z { get; init; }

    public ProjectedPoint? ToPoint() => IsFinite(X) && IsFinite(Y) ? new ProjectedPoint(X!.Value, Y!.Value, IsFinite(Z) ? Z : null) : null;

    private static bool IsFinite(double? value) => value is { } number && !double.IsNaN(number) && !double.IsInfinity(number);
}
