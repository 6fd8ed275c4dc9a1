using System.Text.Json.Serialization;
using MapTiler.Tiles;

namespace MapTiler.Weather;

/// <summary>
/// The conversion of the colors of a pixel to values, which is linear for each channel: 0 corresponds to <see cref="Min"/>, and 255 to <see cref="Max"/>.
/// </summary>
public sealed class WeatherDecoding
{
    /// <summary>
    /// The color channels that contain values, such as <c>r</c>, or <c>rg</c> (for wind: the speed to the east and to the north); <see langword="null"/> if the service does
    /// not send them.
    /// </summary>
    [JsonPropertyName("channels")]
    public string? Channels { get; set; }

    /// <summary>The value of a channel that is 0, in the unit of the variable; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("min")]
    public double? Min { get; set; }

    /// <summary>The value of a channel that is 255, in the unit of the variable; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("max")]
    public double? Max { get; set; }

    /// <summary>Converts the color of a pixel to values, one for each of the <see cref="Channels"/> in their order.</summary>
    /// <param name="red">The red component of the pixel, 0 to 255.</param>
    /// <param name="green">The green component of the pixel, 0 to 255.</param>
    /// <param name="blue">The blue component of the pixel, 0 to 255.</param>
    /// <exception cref="InvalidOperationException">The range is incomplete, or the channels are not one to three of r, g and b.</exception>
    public WeatherValue Decode(byte red, byte green, byte blue)
    {
        if (Min is not { } min || Max is not { } max || Channels is not { Length: > 0 and <= 3 } channels)
        {
            throw new InvalidOperationException(
                "The pixel cannot be decoded. Channels, Min or Max is missing or not supported, as in the response of the service. Use another variable, or set them from its documentation.");
        }

        double Value(int i)
        {
            return i >= channels.Length ? double.NaN : min + (max - min) / 255 * char.ToLowerInvariant(channels[i]) switch
            {
                'r' => red,
                'g' => green,
                'b' => blue,
                _ => throw new InvalidOperationException($"The pixel cannot be decoded. The channels '{channels}' are not one to three of r, g and b. Use another variable."),
            };
        }

        return new WeatherValue(channels.Length, Value(0), Value(1), Value(2));
    }

    /// <summary>Converts the color of a pixel to values, one for each of the <see cref="Channels"/> in their order.</summary>
    /// <param name="pixel">The pixel of a decoded tile, as <see cref="RgbaImage.PixelAt(TileCoordinate, LngLat)"/> returns it.</param>
    /// <exception cref="InvalidOperationException">The range is incomplete, or the channels are not one to three of r, g and b.</exception>
    public WeatherValue Decode((byte Red, byte Green, byte Blue, byte Alpha) pixel) => Decode(pixel.Red, pixel.Green, pixel.Blue);

    /// <summary>Returns the channels and the range of their values.</summary>
    public override string ToString() => FormattableString.Invariant($"{Channels}: {Min} to {Max}");
}

/// <summary>The one to three values of a pixel, in the unit of their variable.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct WeatherValue
{
    /// <summary>Creates values.</summary>
    /// <param name="count">The number of values, 1 to 3.</param>
    /// <param name="first">The value of the first channel.</param>
    /// <param name="second">The value of the second channel, or <see cref="double.NaN"/> if there is none.</param>
    /// <param name="third">The value of the third channel, or <see cref="double.NaN"/> if there is none.</param>
    [JsonConstructor]
    public WeatherValue(int count, double first, double second = double.NaN, double third = double.NaN) => (Count, First, Second, Third) = (count, first, second, third);

    /// <summary>The number of values, 1 to 3.</summary>
    public int Count { get; }

    /// <summary>The value of the first channel; for wind, the speed to the east.</summary>
    public double First { get; }

    /// <summary>The value of the second channel (for wind, the speed to the north), or <see cref="double.NaN"/> if there is none.</summary>
    public double Second { get; }

    /// <summary>The value of the third channel, or <see cref="double.NaN"/> if there is none.</summary>
    public double Third { get; }

    /// <summary>The length of the vector of all values: the speed of wind, or the absolute value of a single value.</summary>
    public double Magnitude => Math.Sqrt(First * First + (Count > 1 ? Second * Second : 0) + (Count > 2 ? Third * Third : 0));

    /// <summary>Returns the values, separated by commas.</summary>
    public override string ToString() => Count switch
    {
        1 => FormattableString.Invariant($"{First}"),
        2 => FormattableString.Invariant($"{First}, {Second}"),
        _ => FormattableString.Invariant($"{First}, {Second}, {Third}"),
    };
}
