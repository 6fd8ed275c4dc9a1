using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>
/// A shape as renderers of GL styles read glyphs and icons that they scale and color: the value of a pixel is its distance from the
/// outline. The outline is at three quarters of 255, and 8 points lie between 0 and 255.
/// </summary>
internal static class SignedDistanceField
{
    private const double Radius = 8;
    private const double Cutoff = 0.25;

    /// <summary>Draws an area, row by row.</summary>
    /// <param name="outline">The shape, in points.</param>
    /// <param name="area">The area, in points.</param>
    /// <param name="pixelRatio">The number of pixels per point.</param>
    public static byte[] Draw(PathOutline outline, SKRectI area, int pixelRatio = 1)
    {
        var field = new byte[area.Width * area.Height * pixelRatio * pixelRatio];
        var index = 0;
        for (var row = 0; row < area.Height * pixelRatio; row++)
        {
            var y = area.Top + ((row + 0.5f) / pixelRatio);
            for (var column = 0; column < area.Width * pixelRatio; column++)
            {
                var distance = outline.Distance(area.Left + ((column + 0.5f) / pixelRatio), y);
                field[index++] = (byte)Math.Clamp(255 * (1 - Cutoff - (distance / Radius)), 0, 255);
            }
        }

        return field;
    }
}
