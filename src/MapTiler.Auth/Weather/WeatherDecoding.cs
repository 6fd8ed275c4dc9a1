using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>How the colours of a pixel become values: each channel from <see cref="Min"/> at 0 to <see cref="Max"/> at 255.</summary>
public sealed class WeatherDecoding
{
    /// <summary>The channels that hold values: <c>r</c>, <c>rg</c> (for wind: towards east and towards north), ... The set is open.</summary>
    [JsonPropertyName("channels")]
    public string? Channels { get; set; }

    /// <summary>The value of a channel at 0.</summary>
    [JsonPropertyName("min")]
    public double? Min { get; set; }

    /// <summary>The value of a channel at 255.</summary>
    [JsonPropertyName("max")]
    public double? Max { get; set; }

    /// <summary>The values of a pixel, one for each of <see cref="Channels"/> in their order.</summary>
    /// <param name="red">The red of the pixel.</param>
    /// <param name="green">The green of the pixel.</param>
    /// <param name="blue">The blue of the pixel.</param>
    /// <exception cref="InvalidOperationException">The service sent no range, or channels that are not of r, g and b.</exception>
    public WeatherValue Decode(byte red, byte green, byte blue)
    {
        if (Min is not { } min || Max is not { } max || Channels is not { Length: > 0 and <= 3 } channels)
            throw new InvalidOperationException("The service did not say how the colours of this variable become values (channels, min, max).");

        double Value(int i)
        {
            return i >= channels.Length ? double.NaN : min + (max - min) / 255 * char.ToLowerInvariant(channels[i]) switch
            {
                'r' => red,
                'g' => green,
                'b' => blue,
                _ => throw new InvalidOperationException($"The channels '{channels}' are not of r, g and b."),
            };
        }

        return new WeatherValue(channels.Length, Value(0), Value(1), Value(2));
    }

    /// <summary>The values of a pixel, one for each of <see cref="Channels"/> in their order.</summary>
    /// <param name="pixel">The pixel of a decoded tile, as <see cref="RgbaImage.PixelAt(TileCoordinate, LngLat)"/> gives it.</param>
    /// <exception cref="InvalidOperationException">The service sent no range, or channels that are not of r, g and b.</exception>
    public WeatherValue Decode((byte Red, byte Green, byte Blue, byte Alpha) pixel) => Decode(pixel.Red, pixel.Green, pixel.Blue);
}
