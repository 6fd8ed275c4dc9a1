namespace MapTiler.Emulator;

/// <summary>The part of the world that an image shows, and its size in points. An image for dense screens has several pixels per point.</summary>
internal readonly record struct Viewport(MercatorBounds Bounds, double Width, double Height)
{
    private const double PointsAtZoom0 = 512;

    /// <summary>Points across the whole world.</summary>
    public double WorldSize => Width / Bounds.Width;

    /// <summary>By the numbering of tiles of 512 points.</summary>
    public double Zoom => Math.Log2(WorldSize / PointsAtZoom0);

    public static Viewport Around(double longitude, double latitude, double zoom, double width, double height)
    {
        var worldSize = PointsAtZoom0 * Math.Pow(2, zoom);
        var (x, y) = MercatorPoint.From(longitude, latitude);
        var (halfWidth, halfHeight) = (width / worldSize / 2, height / worldSize / 2);
        return new(new(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight), width, height);
    }

    public (float X, float Y) ToImage(MercatorPoint point) =>
        ((float)((point.X - Bounds.Left) * WorldSize), (float)((point.Y - Bounds.Top) * WorldSize));
}
