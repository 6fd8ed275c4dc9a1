using MapTiler.Tiles;

namespace MapTiler.Elevation;

/// <summary>The elevations of a terrain tile in meters, at the centers of its pixels.</summary>
internal sealed class TerrainTile
{
    private readonly float[] _elevations;

    public TerrainTile(RgbaImage image)
    {
        Width = image.Width;
        Height = image.Height;
        _elevations = new float[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (red, green, blue, _) = image.PixelAt(x, y);
                _elevations[y * Width + x] = (float)(-10_000 + (red * 65_536 + green * 256 + blue) * 0.1);
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Interpolates the elevation between the four nearest pixels.</summary>
    /// <param name="fractionX">The position from the left edge, 0 to 1.</param>
    /// <param name="fractionY">The position from the top edge, 0 to 1.</param>
    public double At(double fractionX, double fractionY)
    {
        var x = Math.Min(Math.Max(fractionX * Width - 0.5, 0), Width - 1);
        var y = Math.Min(Math.Max(fractionY * Height - 0.5, 0), Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (u, v) = (x - left, y - top);
        return (1 - v) * ((1 - u) * Pixel(left, top) + u * Pixel(right, top)) + v * ((1 - u) * Pixel(left, bottom) + u * Pixel(right, bottom));
    }

    private double Pixel(int x, int y) => _elevations[y * Width + x];
}
