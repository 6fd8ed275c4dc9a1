using System.Collections;

namespace MapTiler;

/// <summary>
/// The tiles that cover a box, each once: by zoom, then row by row from the north, each row from the western edge of the box eastwards.
/// </summary>
/// <remarks>
/// A tile whose edge the box only touches does not belong to it; a box without width or height counts as the place or line that it is.
/// Latitudes beyond the projection belong to the outermost row.
/// </remarks>
public sealed class TileRange : IEnumerable<TileCoordinate>
{
    /// <summary>The tiles of one zoom.</summary>
    /// <param name="bounds">The box; it may cross the antimeridian.</param>
    /// <param name="zoom">The zoom, 0 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is not between 0 and 30.</exception>
    public TileRange(BoundingBox bounds, int zoom)
        : this(bounds, TileCoordinate.CheckZoom(zoom, nameof(zoom)), zoom)
    {
    }

    /// <summary>The tiles of several zooms.</summary>
    /// <param name="bounds">The box; it may cross the antimeridian.</param>
    /// <param name="minZoom">The first zoom, 0 to 30.</param>
    /// <param name="maxZoom">The last zoom, <paramref name="minZoom"/> to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A zoom is not between 0 and 30, or the last is less than the first.</exception>
    public TileRange(BoundingBox bounds, int minZoom, int maxZoom)
    {
        Bounds = bounds;
        MinZoom = TileCoordinate.CheckZoom(minZoom, nameof(minZoom));
        MaxZoom = TileCoordinate.CheckZoom(maxZoom, nameof(maxZoom));
        if (maxZoom < minZoom)
            throw new ArgumentOutOfRangeException(nameof(maxZoom), "The last zoom is less than the first.");

        for (var zoom = minZoom; zoom <= maxZoom; zoom++)
        {
            var cover = TileGrid.Cover(bounds, zoom);
            Count += (long)cover.Columns * cover.Rows;
        }
    }

    /// <summary>The box that the tiles cover.</summary>
    public BoundingBox Bounds { get; }

    /// <summary>The first zoom.</summary>
    public int MinZoom { get; }

    /// <summary>The last zoom.</summary>
    public int MaxZoom { get; }

    /// <summary>How many tiles there are, known without enumerating them. Ask before a download: a country at zoom 20 has millions.</summary>
    public long Count { get; }

    /// <inheritdoc/>
    public IEnumerator<TileCoordinate> GetEnumerator()
    {
        for (var zoom = MinZoom; zoom <= MaxZoom; zoom++)
        {
            var cover = TileGrid.Cover(Bounds, zoom);
            var lastColumn = (1 << zoom) - 1;
            for (var row = 0; row < cover.Rows; row++)
            {
                for (var column = 0; column < cover.Columns; column++)
                    yield return new TileCoordinate(zoom, (cover.West + column) & lastColumn, cover.North + row);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
