namespace MapTiler;

/// <summary>
/// The columns and rows of a zoom. A tile holds its western and its northern edge; with <c>before</c>, what lies on one belongs to the
/// tile before it.
/// </summary>
internal static class TileGrid
{
    /// <summary>In tiles: so near to an edge the latitude of the edge decides. The projection errs by less than 1e-5 tiles at any zoom.</summary>
    private const double NearEdge = 1e-4;

    /// <summary>The longitude of the western edge of a column, exactly.</summary>
    public static double West(double column, int zoom) => column * 360 / (1L << zoom) - 180;

    /// <summary>The latitude of the northern edge of a row.</summary>
    public static double North(double row, int zoom)
    {
        var share = 1 - 2 * row / (1L << zoom);
        return share is 1 or -1 ? share * WebMercator.MaxLatitude : WebMercator.Latitude(share * Math.PI);
    }

    public static int Column(double longitude, int zoom, bool before = false)
    {
        var tiles = 1L << zoom;
        var scaled = Meridian.Wrap(longitude) * tiles; // a power of two: exact, as is a column times 360
        var column = Math.Floor(scaled / 360);
        if (column * 360 > scaled || (before && column * 360 == scaled))
            column--;
        return Inside(column + tiles / 2, tiles);
    }

    public static int Row(double latitude, int zoom, bool before = false)
    {
        var tiles = 1L << zoom;
        var row = (0.5 - WebMercator.Northing(latitude) / (2 * Math.PI)) * tiles;
        var edge = Math.Round(row);
        if (Math.Abs(row - edge) < NearEdge)
        {
            var north = North(edge, zoom);
            row = latitude > north || (before && latitude == north) ? edge - 1 : edge;
        }

        return Inside(Math.Floor(row), tiles);
    }

    private static int Inside(double index, long tiles) => (int)Math.Max(0, Math.Min(tiles - 1, index));
}
