namespace MapTiler.Weather;

/// <summary>The one to three values of a pixel, in the unit of their variable.</summary>
/// <param name="Count">How many values there are.</param>
/// <param name="First">The value of the first channel; for wind the speed towards east.</param>
/// <param name="Second">The value of the second channel, for wind the speed towards north; not a number if there is none.</param>
/// <param name="Third">The value of the third channel; not a number if there is none.</param>
public readonly record struct WeatherValue(int Count, double First, double Second, double Third)
{
    /// <summary>The length of the vector of all values: the speed of wind, or the size of a single value.</summary>
    public double Magnitude => Math.Sqrt(First * First + (Count > 1 ? Second * Second : 0) + (Count > 2 ? Third * Third : 0));
}
