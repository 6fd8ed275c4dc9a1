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

    /// <summary>How often a shape has to be moved around the Earth to be seen wherever it belongs in the box.</summary>
    public IEnumerable<int> Turns
    {
        get
        {
            // Shapes that cross the antimeridian reach a little beyond their own turn.
            var first = (int)Math.Floor(Left) - 1;
            return Enumerable.Range(first, (int)Math.Floor(Right) + 2 - first);
        }
    }

    public bool Overlaps(MercatorBox other) =>
        Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

    public MercatorBox MovedBy(double x) => this with { Left = Left + x, Right = Right + x };

    public MercatorBox Grown(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);
}
