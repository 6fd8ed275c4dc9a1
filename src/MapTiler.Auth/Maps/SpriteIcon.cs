using System.Text.Json.Serialization;

namespace MapTiler.Maps;

/// <summary>The position of an icon in the image of its sprite, in pixels from the upper left corner of the image.</summary>
public sealed class SpriteIcon
{
    /// <summary>The left edge of the icon in pixels.</summary>
    [JsonPropertyName("x"), JsonRequired]
    public int X { get; set; }

    /// <summary>The upper edge of the icon in pixels.</summary>
    [JsonPropertyName("y"), JsonRequired]
    public int Y { get; set; }

    /// <summary>The width of the icon in pixels.</summary>
    [JsonPropertyName("width"), JsonRequired]
    public int Width { get; set; }

    /// <summary>The height of the icon in pixels.</summary>
    [JsonPropertyName("height"), JsonRequired]
    public int Height { get; set; }

    /// <summary>The number of image pixels per pixel of the map: 1, or 2 in a sprite for high-DPI screens.</summary>
    /// <value>The default is 1.</value>
    [JsonPropertyName("pixelRatio")]
    public double PixelRatio { get => field == 0 ? 1 : field; set; }

    /// <summary>Whether the icon is a signed distance field, which a style can color.</summary>
    [JsonPropertyName("sdf")]
    public bool IsSdf { get; set; }

    /// <summary>Returns the size and the position of the icon in pixels.</summary>
    public override string ToString() => FormattableString.Invariant($"{Width} x {Height} pixels at {X}, {Y}");
}

/// <summary>The two files of a sprite.</summary>
public enum SpriteFormat
{
    /// <summary>The JSON index, which contains the position of each icon in the image.</summary>
    Json,

    /// <summary>The PNG image, which contains all icons.</summary>
    Png,
}
