namespace MapTiler.Emulator;

/// <summary>A part of the square of <see cref="WebMercator"/>; top is less than bottom.</summary>
internal readonly record struct MercatorBox(double Left, double Top, double Right, double Bottom)
{
    public static MercatorBox Around(ReadOnlySpan<MercatorPoint> points)
    {
        var box = new MercatorBox(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in points)
            box = new(Math.Min(box.Left, x), Math.Min(box.Top, y), Math.Max(box.Right, x), Math.Max(box.Bottom, y));
        return box;
    }

    public GeoBox ToGeoBox() => new(
        WebMercator.Longitude(Left), WebMercator.Latitude(Bottom), WebMercator.Longitude(Right), WebMercator.Latitude(Top));

    public bool Overlaps(MercatorBox other) =>
        Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

    public MercatorBox MovedBy(double x) => this with { Left = Left + x, Right = Right + x };

    public MercatorBox Grown(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);
}
