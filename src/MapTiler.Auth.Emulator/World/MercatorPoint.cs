namespace MapTiler.Emulator;

/// <summary>A point of the square of <see cref="WebMercator"/>, or beside it where a shape crosses the antimeridian.</summary>
internal readonly record struct MercatorPoint(double X, double Y)
{
    public static MercatorPoint From(double longitude, double latitude) => new(WebMercator.X(longitude), WebMercator.Y(latitude));
}
