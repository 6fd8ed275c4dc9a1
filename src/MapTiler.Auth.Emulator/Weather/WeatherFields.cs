namespace MapTiler.Emulator;

/// <summary>The weather that the emulator has instead of the real one. It moves around the Earth once a day.</summary>
/// <remarks>λ and φ are longitude and latitude in radians, τ is the time of day in UTC as an angle, 0 at midnight.</remarks>
public static class WeatherFields
{
    /// <summary>Wind at 10 m: eastwards <c>20 cos φ cos(λ + τ)</c>, northwards <c>15 cos φ sin(2λ - τ)</c>.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>Meters per second.</returns>
    public static (double Eastward, double Northward) Wind(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return (20 * Math.Cos(north) * Math.Cos(east + phase), 15 * Math.Cos(north) * Math.Sin((2 * east) - phase));
    }

    /// <summary>Temperature at 2 m: <c>40 cos φ - 15 + 8 cos φ cos(λ + τ - π)</c>, so that it is warmest at noon.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>GeoPoint Celsius.</returns>
    public static double Temperature(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return (40 * Math.Cos(north)) - 15 + (8 * Math.Cos(north) * Math.Cos(east + phase - Math.PI));
    }

    /// <summary>Precipitation within an hour: <c>6 sin(3λ + τ) cos 4φ</c>, and none where that is negative.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>Millimeters.</returns>
    public static double Precipitation(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return Math.Max(0, 6 * Math.Sin((3 * east) + phase) * Math.Cos(4 * north));
    }

    /// <summary>Pressure at sea level: <c>1013 + 20 sin(2λ + τ) cos 3φ</c>.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>Hectopascals.</returns>
    public static double Pressure(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return 1013 + (20 * Math.Sin((2 * east) + phase) * Math.Cos(3 * north));
    }

    /// <summary>The part of the precipitation that is frozen: <c>50 - 25 T</c> with the temperature <c>T</c> in °C, so all of it below -2 and none above 2.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>Percent, 0 to 100.</returns>
    public static double FrozenPrecipitation(double longitude, double latitude, DateTimeOffset time) =>
        Math.Clamp(50 - (25 * Temperature(longitude, latitude, time)), 0, 100);

    /// <summary>Radar reflectivity of the precipitation <c>R</c>: <c>10 log₁₀(200 R¹·⁶)</c>, the formula of Marshall and Palmer; 0 where that is negative.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>Decibels, dBZ.</returns>
    public static double Radar(double longitude, double latitude, DateTimeOffset time) =>
        Math.Max(0, 10 * Math.Log10(200 * Math.Pow(Precipitation(longitude, latitude, time), 1.6)));

    /// <summary>Cloud cover: <c>50 + 50 sin(3λ + τ) cos 4φ</c>, the densest where it rains.</summary>
    /// <param name="longitude">In degrees, east of Greenwich.</param>
    /// <param name="latitude">In degrees, north of the equator.</param>
    /// <param name="time">When.</param>
    /// <returns>Percent, 0 to 100.</returns>
    public static double CloudCover(double longitude, double latitude, DateTimeOffset time)
    {
        var (east, north, phase) = Angles(longitude, latitude, time);
        return 50 + (50 * Math.Sin((3 * east) + phase) * Math.Cos(4 * north));
    }

    private static (double East, double North, double Phase) Angles(double longitude, double latitude, DateTimeOffset time) =>
        (double.DegreesToRadians(longitude), double.DegreesToRadians(latitude), Math.Tau * time.UtcDateTime.TimeOfDay.TotalDays);
}
