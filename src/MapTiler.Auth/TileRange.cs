using System.Collections;

namespace MapTiler;

/// <summary>
/// The tiles that cover a bounding box, each once: ordered by zoom level, then by row from the north, then from west to east.
/// </summary>
/// <remarks>
/// A tile that the bounding box only touches at an edge is not included. A bounding box without width or height is covered like the location
/// or line that it is. Latitudes beyond the projection belong to the first or last row. The range is enumerated lazily.
/// </remarks>
public sealed class TileRange : IEnumerable<TileCoordinate>
{
    /// <summary>Creates the range of the tiles of one zoom level.</summary>
    /// <param name="bounds">The bounding box; it can cross the antimeridian.</param>
    /// <param name="zoom">The zoom level, 0 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zoom"/> is not between 0 and 30.</exception>
    public TileRange(BoundingBox bounds, int zoom)
        : this(bounds, TileCoordinate.CheckZoom(zoom, nameof(zoom)), zoom)
    {
    }

    /// <summary>Creates the range of the tiles of several zoom levels.</summary>
    /// <param name="bounds">The bounding box; it can cross the antimeridian.</param>
    /// <param name="minZoom">The first zoom level, 0 to 30.</param>
    /// <param name="maxZoom">The last zoom level, <paramref name="minZoom"/> to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A zoom level is not between 0 and 30, or <paramref name="maxZoom"/> is less than <paramref name="minZoom"/>.</exception>
    public TileRange(BoundingBox bounds, int minZoom, int maxZoom)
    {
        Bounds = bounds;
        MinZoom = TileCoordinate.CheckZoom(minZoom, nameof(minZoom));
        MaxZoom = TileCoordinate.CheckZoom(maxZoom, nameof(maxZoom));
        if (maxZoom < minZoom)
            throw new ArgumentOutOfRangeException(nameof(maxZoom), "The last zoom level must not be less than the first.");

        for (var zoom = minZoom; zoom <= maxZoom; zoom++)
        {
            var cover = TileGrid.Cover(bounds, zoom);
            Count += (long)cover.Columns * cover.Rows;
        }
    }

    /// <summary>The bounding box that the tiles cover.</summary>
    public BoundingBox Bounds { get; }

    /// <summary>The first zoom level, 0 to 30.</summary>
    public int MinZoom { get; }

    /// <summary>The last zoom level, 0 to 30.</summary>
    public int MaxZoom { get; }

    /// <summary>The number of tiles, without enumerating them. Check it before a download: a country at zoom level 20 has millions of tiles.</summary>
    public long Count { get; }

    /// <summary>
    /// Estimates the number of requests that MapTiler bills for the rendered tiles of a map in this range. The tiles of a tileset are billed as
    /// one request each, which is <see cref="Count"/>.
    /// </summary>
    /// <param name="tileSize">The size of a tile in pixels: 512, which is billed as 4 requests, or 256, which is billed as 1 request.</param>
    /// <returns>
    /// The number according to the <see href="https://documentation.maptiler.com/hc/en-us/articles/6576861156753">documented prices</see>, if each
    /// tile is requested once. Retries and your plan can change what is billed.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tileSize"/> is neither 256 nor 512.</exception>
    public long EstimateMapRequests(int tileSize = 512) => tileSize switch
    {
        512 => Count * 4,
        256 => Count,
        _ => throw new ArgumentOutOfRangeException(nameof(tileSize), "The tiles of a map have 256 or 512 pixels."),
    };

    /// <summary>Enumerates the tiles by zoom level, then by row from the north, then from west to east.</summary>
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
