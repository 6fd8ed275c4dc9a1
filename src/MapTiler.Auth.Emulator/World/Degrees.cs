namespace MapTiler.Emulator;

/// <summary>A position; its longitude may leave -180 to 180 where a shape crosses the antimeridian.</summary>
internal readonly record struct Degrees(double Longitude, double Latitude)
{
    public MercatorPoint Project() => MercatorPoint.From(Longitude, Latitude);
}
