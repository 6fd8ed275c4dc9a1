namespace MapTiler.Emulator.Weather;

/// <summary>A quantity of the weather, in one or two channels.</summary>
internal sealed record WeatherVariable(string Id, string Name, string Description, string Unit, double Min, double Max)
{
    /// <summary>The value in red, and the one in green where there are two.</summary>
    public required Func<double, double, DateTimeOffset, (double Red, double? Green)> At { get; init; }

    public string Channels => At(0, 0, default).Green is null ? "r" : "rg";

    public static IReadOnlyList<WeatherVariable> All { get; } =
    [
        new("wind-10m:gfs", "Wind", "Wind at 10 m above ground [m/s]", "ms", -75, 75)
        {
            At = (longitude, latitude, time) => WeatherFields.Wind(longitude, latitude, time),
        },
        new("temperature-2m:gfs", "Temperature", "Temperature at 2 m above ground [°C]", "C", -70, 57)
        {
            At = (longitude, latitude, time) => (WeatherFields.Temperature(longitude, latitude, time), null),
        },
        new("precipitation-1h:gfs", "Precipitation", "Precipitation within one hour [mm]", "mm", 0, 25.5)
        {
            At = (longitude, latitude, time) => (WeatherFields.Precipitation(longitude, latitude, time), null),
        },
        new("pressure-msl:gfs", "Pressure", "Pressure at mean sea level [hPa]", "hPa", 950, 1077.5)
        {
            At = (longitude, latitude, time) => (WeatherFields.Pressure(longitude, latitude, time), null),
        },
        new("frozen_precipitation-1h:gfs", "Frozen precipitation", "Frozen part of the precipitation within one hour [%]", "percent", 0, 100)
        {
            At = (longitude, latitude, time) => (WeatherFields.FrozenPrecipitation(longitude, latitude, time), null),
        },
        new("radar-composite:gfs", "Radar", "Composite radar reflectivity [dBZ]", "dBZ", 0, 75)
        {
            At = (longitude, latitude, time) => (WeatherFields.Radar(longitude, latitude, time), null),
        },
        new("cloud_cover-total:gfs", "Cloud cover", "Total cloud cover [%]", "percent", 0, 100)
        {
            At = (longitude, latitude, time) => (WeatherFields.CloudCover(longitude, latitude, time), null),
        },
    ];

    /// <summary>A channel decodes as <c>min + c / 255 * (max - min)</c>.</summary>
    public byte Encode(double value) => (byte)Math.Round(Math.Clamp((value - Min) / (Max - Min), 0, 1) * byte.MaxValue);
}
