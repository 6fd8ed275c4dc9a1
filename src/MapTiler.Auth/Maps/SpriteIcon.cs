using System.Text.Json.Serialization;

namespace MapTiler.Maps;

/// <summary>Where an icon is in the picture of its sprite, in pixels from the upper left corner.</summary>
public sealed class SpriteIcon
{
    /// <summary>The left edge.</summary>
    [JsonPropertyName("x")]
    public int X { get; set; }

    /// <summary>The upper edge.</summary>
    [JsonPropertyName("y")]
    public int Y { get; set; }

    /// <summary>The width.</summary>
    [JsonPropertyName("width")]
    public int Width { get; set; }

    /// <summary>The height.</summary>
    [JsonPropertyName("height")]
    public int Height { get; set; }

    /// <summary>How many pixels of the picture make one of the map: 1, or 2 for sharp screens.</summary>
    [JsonPropertyName("pixelRatio")]
    public double PixelRatio { get => field == 0 ? 1 : field; set; }

    /// <summary>Whether the icon is a distance field that a style may colour.</summary>
    [JsonPropertyName("sdf")]
    public bool IsSdf { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Width} x {Height} pixels at {X}, {Y}");
}
