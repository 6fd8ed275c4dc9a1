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

    /// <summary>Where in a tile a place of it lies, 0 to 1 from the west and from the north.</summary>
    public static (double X, double Y) Part(TileCoordinate tile, LngLat place)
    {
        var tiles = (double)(1L << tile.Z);
        var column = (place.Wrap().Longitude + 180) / 360 * tiles;
        var row = (0.5 - WebMercator.Northing(place.Latitude) / (2 * Math.PI)) * tiles;
        return (column - tile.X, row - tile.Y);
    }

    /// <summary>The tiles that cover a box: the first column, and how many from there eastwards, around the Earth; the first row, and how many.</summary>
    public static (int West, int Columns, int North, int Rows) Cover(BoundingBox box, int zoom)
    {
        var span = box.Longitudes;
        var west = Column(span.West, zoom);
        var east = span.Width == 0 ? west : Column(span.East, zoom, before: true);
        var columns = east - west + 1L + (span.CrossesAntimeridian ? 1L << zoom : 0);

        var north = Row(box.North, zoom);
        var south = Math.Max(north, Row(box.South, zoom, before: true)); // of a box without height
        return (west, (int)Math.Min(columns, 1L << zoom), north, south - north + 1);
    }

    private static int Inside(double index, long tiles) => (int)Math.Max(0, Math.Min(tiles - 1, index));
}
