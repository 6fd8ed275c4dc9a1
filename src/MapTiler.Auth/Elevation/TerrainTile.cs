namespace MapTiler.Elevation;

/// <summary>The heights of one terrain tile in metres, at the centres of its pixels.</summary>
internal sealed class TerrainTile
{
    private readonly float[] _heights;

    public TerrainTile(RgbaImage image)
    {
        Width = image.Width;
        Height = image.Height;
        _heights = new float[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (red, green, blue, _) = image.PixelAt(x, y);
                _heights[y * Width + x] = (float)(-10_000 + (red * 65_536 + green * 256 + blue) * 0.1);
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The height at a part of the tile, 0 to 1 from the left and from the top, between the four pixels around it.</summary>
    public double At(double fractionX, double fractionY)
    {
        var x = Math.Min(Math.Max(fractionX * Width - 0.5, 0), Width - 1);
        var y = Math.Min(Math.Max(fractionY * Height - 0.5, 0), Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (u, v) = (x - left, y - top);
        return (1 - v) * ((1 - u) * Pixel(left, top) + u * Pixel(right, top)) + v * ((1 - u) * Pixel(left, bottom) + u * Pixel(right, bottom));
    }

    private double Pixel(int x, int y) => _heights[y * Width + x];
}
