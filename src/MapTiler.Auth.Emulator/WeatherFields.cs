namespace MapTiler.Emulator;

/// <summary>The weather that a <see cref="MapTilerEmulator"/> returns, computed by formulas.</summary>
/// <remarks>
/// In the formulas, λ is the longitude and φ the latitude in radians, and τ is the time of day in UTC as an angle, 0 at midnight. The
/// weather moves around the Earth once a day.
/// </remarks>
public static class WeatherFields
{
    /// <summary>
    /// Returns the wind at 10 m above ground: <c>20 cos φ cos(λ + τ)</c> to the east and <c>15 cos φ sin(2λ - τ)</c> to the north.
    /// </summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The two components of the wind in meters per second.</returns>
    public static (double Eastward, double Northward) Wind(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return (20 * Math.Cos(north) * Math.Cos(east + phase), 15 * Math.Cos(north) * Math.Sin((2 * east) - phase));
    }

    /// <summary>
    /// Returns the temperature at 2 m above ground: <c>40 cos φ - 15 + 8 cos φ cos(λ + τ - π)</c>, with its maximum at noon.
    /// </summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The temperature in degrees Celsius.</returns>
    public static double Temperature(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return (40 * Math.Cos(north)) - 15 + (8 * Math.Cos(north) * Math.Cos(east + phase - Math.PI));
    }

    /// <summary>Returns the precipitation within one hour: <c>6 sin(3λ + τ) cos 4φ</c>, or 0 where the formula is negative.</summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The precipitation in millimeters.</returns>
    public static double Precipitation(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return Math.Max(0, 6 * Math.Sin((3 * east) + phase) * Math.Cos(4 * north));
    }

    /// <summary>Returns the pressure at mean sea level: <c>1013 + 20 sin(2λ + τ) cos 3φ</c>.</summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The pressure in hectopascals.</returns>
    public static double Pressure(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return 1013 + (20 * Math.Sin((2 * east) + phase) * Math.Cos(3 * north));
    }

    /// <summary>
    /// Returns the share of the precipitation that is frozen: <c>50 - 25 T</c>, where <c>T</c> is the <see cref="Temperature"/>,
    /// limited to 0 and 100.
    /// </summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The share in percent, from 0 to 100.</returns>
    public static double FrozenPrecipitation(double longitude, double latitude, DateTimeOffset time) =>
        Math.Clamp(50 - (25 * Temperature(longitude, latitude, time)), 0, 100);

    /// <summary>
    /// Returns the radar reflectivity: <c>10 log₁₀(200 R¹·⁶)</c>, where <c>R</c> is the <see cref="Precipitation"/> (the formula of
    /// Marshall and Palmer), or 0 where the formula is negative.
    /// </summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The reflectivity in decibels relative to Z (dBZ).</returns>
    public static double Radar(double longitude, double latitude, DateTimeOffset time) =>
        Math.Max(0, 10 * Math.Log10(200 * Math.Pow(Precipitation(longitude, latitude, time), 1.6)));

    /// <summary>Returns the cloud cover: <c>50 + 50 sin(3λ + τ) cos 4φ</c>. It is densest where the precipitation is highest.</summary>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <param name="time">The time for which the value is computed.</param>
    /// <returns>The cloud cover in percent, from 0 to 100.</returns>
    public static double CloudCover(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return 50 + (50 * Math.Sin((3 * east) + phase) * Math.Cos(4 * north));
    }

    private static (double East, double North, double Phase) Angles(double longitude, double latitude, DateTimeOffset time) =>
        (double.DegreesToRadians(longitude), double.DegreesToRadians(latitude), Math.Tau * time.UtcDateTime.TimeOfDay.TotalDays);
}
