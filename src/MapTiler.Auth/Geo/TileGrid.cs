namespace MapTiler.Geo;

/// <summary>
/// Calculates the columns and rows of a zoom level. A tile includes its western and northern edges; with <c>before</c>, a coordinate on
/// such an edge belongs to the previous tile.
/// </summary>
internal static class TileGrid
{
    /// <summary>In tiles: this near to an edge, the latitude is compared with that of the edge. The error of the projection is less than 1e-5 tiles at any zoom level.</summary>
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

    /// <summary>Returns the position of a location in its tile, 0 to 1 from the west and from the north.</summary>
    public static (double X, double Y) Part(TileCoordinate tile, LngLat location)
    {
        var tiles = (double)(1L << tile.Z);
        var column = (location.Wrap().Longitude + 180) / 360 * tiles;
        var row = (0.5 - WebMercator.Northing(location.Latitude) / (2 * Math.PI)) * tiles;
        return (column - tile.X, row - tile.Y);
    }

    /// <summary>Returns the tiles that cover a bounding box: the first column and the number of columns eastwards, also across the antimeridian; the first row and the number of rows.</summary>
    public static (int West, int Columns, int North, int Rows) Cover(BoundingBox bounds, int zoom)
    {
        var span = bounds.Longitudes;
        var west = Column(span.West, zoom);
        var east = span.Width == 0 ? west : Column(span.East, zoom, before: true);
        var columns = east - west + 1L + (span.CrossesAntimeridian ? 1L << zoom : 0);

        var north = Row(bounds.North, zoom);
        var south = Math.Max(north, Row(bounds.South, zoom, before: true)); // for a bounding box without height
        return (west, (int)Math.Min(columns, 1L << zoom), north, south - north + 1);
    }

    private static int Inside(double index, long tiles) => (int)Math.Max(0, Math.Min(tiles - 1, index));
}
