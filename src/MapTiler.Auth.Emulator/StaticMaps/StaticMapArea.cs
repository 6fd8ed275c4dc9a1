namespace MapTiler.Emulator;

/// <summary>Reads the requested part of the world: a center with a zoom, bounds, or the extent of the overlays.</summary>
internal static class StaticMapArea
{
    private const string Auto = "auto";
    private const double MaxZoom = 22;
    private const double MaxFittedZoom = 15;

    public static Viewport Read(string text, int width, int height, double padding, Overlays overlays)
    {
        if (text == Auto)
            return overlays.IsEmpty ? throw new InvalidParameterException("path or markers (one is needed)") : Fit(overlays.Bounds, width, height, padding);

        return CoordinateParser.Parse(text) switch
        {
            [var longitude, var latitude, var zoom] when CoordinateParser.AreValid(longitude, latitude) && zoom is >= 0 and <= MaxZoom =>
                Viewport.Around(longitude, latitude, zoom, width, height),
            [var west, var south, var east, var north]
                when CoordinateParser.AreValid(west, south) && CoordinateParser.AreValid(east, north) && west < east && south < north =>
                Fit(MercatorBounds.Around([MercatorPoint.From(west, north), MercatorPoint.From(east, south)]), width, height, padding),
            _ => throw new InvalidParameterException("area (out of bounds)"),
        };
    }

    private static Viewport Fit(MercatorBounds bounds, int width, int height, double padding)
    {
        var inner = 1 - (2 * padding);
        var worldSize = Math.Min(width * inner / (bounds.Right - bounds.Left), height * inner / (bounds.Bottom - bounds.Top));
        var zoom = Math.Clamp(Math.Log2(worldSize / 512), 0, MaxFittedZoom);
        return Viewport.Around(
            WebMercator.Longitude((bounds.Left + bounds.Right) / 2), WebMercator.Latitude((bounds.Top + bounds.Bottom) / 2), zoom, width, height);
    }
}
