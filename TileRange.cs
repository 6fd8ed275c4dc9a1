using System.Collections;

namespace MapTiler;

/// <summary>Tiles of one zoom that fill a rectangle: row by row from the north, each row from west to east.</summary>
/// <remarks>A range holds five numbers, however many tiles it has; <c>foreach</c> does not allocate.</remarks>
public readonly struct TileRange : IEnumerable<TileCoordinate>
{
    // 0.4 micrometres on the ground: less than any coordinate says, more than what rounding adds to the latitude of a border.
    private const double BorderTolerance = 1e-14;

    private readonly int _zoom;
    private readonly int _left;
    private readonly int _top;
    private readonly int _columns;
    private readonly int _rows;

    internal TileRange(int zoom, int left, int top, int columns, int rows)
    {
        _zoom = zoom;
        _left = left;
        _top = top;
        _columns = columns;
        _rows = rows;
    }

    /// <summary>How many tiles there are, known without enumerating them.</summary>
    public long Count => (long)_columns * _rows;

    internal static TileRange Cover(BoundingBox box, int zoom)
    {
        var tiles = 1 << zoom;
        var top = Math.Min((int)Border(WebMercator.Y(box.North), tiles), tiles - 1);
        var bottom = Math.Max(Last(WebMercator.Y(box.South), tiles), top);
        var (left, columns) = box.Width >= 360 ? (0, tiles) : Columns(box, tiles);
        return new TileRange(zoom, left, top, columns, (int)bottom - top + 1);
    }

    /// <summary>Enumerates the tiles.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<TileCoordinate> IEnumerable<TileCoordinate>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static (int Left, int Columns) Columns(BoundingBox box, int tiles)
    {
        var west = WebMercator.X(new LngLat(box.West, 0).Wrap().Longitude);
        var east = WebMercator.X(new LngLat(box.East, 0).Wrap().Longitude);
        if (east < west)
            east++;

        var left = (long)Border(west, tiles);
        if (left == tiles && west == east)
            left--; // a box without width on the eastern edge of the world, where a place has the last column
        var columns = Math.Max(Last(east, tiles), left) - left + 1;
        return columns >= tiles ? (0, tiles) : ((int)left & (tiles - 1), (int)columns);
    }

    /// <summary>The last column or row before a share of the world.</summary>
    private static long Last(double share, int tiles) => (long)Math.Ceiling(Border(share, tiles)) - 1;

    private static double Border(double share, int tiles)
    {
        var position = share * tiles;
        var border = Math.Round(position);
        return Math.Abs(position - border) <= BorderTolerance * tiles ? border : position;
    }

    /// <summary>Walks through the tiles of a range.</summary>
    public struct Enumerator : IEnumerator<TileCoordinate>
    {
        private readonly TileRange _range;
        private int _column;
        private int _row;

        internal Enumerator(TileRange range)
        {
            _range = range;
            _column = -1;
        }

        /// <summary>The tile at which the enumeration stands.</summary>
        public readonly TileCoordinate Current =>
            new(_range._zoom, (_range._left + _column) & ((1 << _range._zoom) - 1), _range._top + _row); // columns go on beyond the antimeridian

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next tile; <see langword="false"/> after the last one.</summary>
        public bool MoveNext()
        {
            if (++_column < _range._columns)
                return true;

            _column = 0;
            return ++_row < _range._rows;
        }

        /// <summary>Goes back to before the first tile.</summary>
        public void Reset() => (_column, _row) = (-1, 0);

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
