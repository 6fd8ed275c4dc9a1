using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// The URL template of map tiles, with the properties that a map control needs: the size of the tiles, the zoom levels, and the attribution.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TileUrlTemplate
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _prefix;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _suffix;

    private readonly int _queryLength;

    internal TileUrlTemplate(string prefix, string suffix, string query, int tileSize, int minZoom, int maxZoom, string? attribution)
    {
        _prefix = prefix;
        _suffix = suffix + query;
        _queryLength = query.Length;
        TileSize = tileSize;
        MinZoom = minZoom;
        MaxZoom = maxZoom;
        Attribution = attribution;
    }

    /// <summary>The URL with the placeholders <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, for MapLibre, Leaflet, OpenLayers and Mapsui. It contains the API key if the
    /// builder has one, so it is not part of the JSON of this object.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string Template => WithPlaceholders("{z}", "{x}", "{y}");

    /// <summary>The width and height of a tile on the map in pixels.</summary>
    public int TileSize { get; }

    /// <summary>The minimum zoom level that has tiles.</summary>
    public int MinZoom { get; }

    /// <summary>The maximum zoom level that has tiles.</summary>
    public int MaxZoom { get; }

    /// <summary>The attribution to show on the map, as HTML; <see langword="null"/> if only the TileJSON of the tileset contains it.</summary>
    public string? Attribution { get; }

    /// <summary>Returns the URL with other placeholders, such as <c>{level}</c>, <c>{col}</c>, <c>{row}</c> or <c>{0}</c>, <c>{1}</c>, <c>{2}</c>.</summary>
    /// <param name="z">The placeholder of the zoom level.</param>
    /// <param name="x">The placeholder of the column, counted from the west.</param>
    /// <param name="y">The placeholder of the row, counted from the north.</param>
    public string WithPlaceholders(string z, string x, string y) => string.Concat(_prefix, string.Join("/", z, x, y), _suffix);

    /// <summary>Returns the URL of one tile.</summary>
    /// <param name="tile">The coordinate of the tile.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom level of <paramref name="tile"/> is not between <see cref="MinZoom"/> and <see cref="MaxZoom"/>.</exception>
    public string Fill(TileCoordinate tile)
    {
        if (tile.Z < MinZoom || tile.Z > MaxZoom)
            throw new ArgumentOutOfRangeException(nameof(tile), $"The zoom level must be between {MinZoom} and {MaxZoom}.");

        var length = _prefix.Length + Digits(tile.Z) + Digits(tile.X) + Digits(tile.Y) + 2 + _suffix.Length;
#if NET
        return string.Create(length, (Template: this, Tile: tile), static (span, state) => state.Template.Write(span, state.Tile));
#else
        var text = new char[length];
        Write(text, tile);
        return new string(text);
#endif
    }

    /// <summary>Returns the URL template without its query, which can contain the API key.</summary>
    public override string ToString() => Template.Substring(0, Template.Length - _queryLength) + (_queryLength > 0 ? "?***" : "");

    private void Write(Span<char> span, TileCoordinate tile)
    {
        _prefix.AsSpan().CopyTo(span);
        var position = span.Length - _suffix.Length;
        _suffix.AsSpan().CopyTo(span.Slice(position));
        position = WriteBackwards(span, position, tile.Y);
        span[--position] = '/';
        position = WriteBackwards(span, position, tile.X);
        span[--position] = '/';
        WriteBackwards(span, position, tile.Z);
    }

    private static int WriteBackwards(Span<char> span, int end, int value)
    {
        do
        {
            span[--end] = (char)('0' + value % 10);
            value /= 10;
        }
        while (value > 0);
        return end;
    }

    private static int Digits(int value)
    {
        var digits = 1;
        for (; value >= 10; value /= 10)
            digits++;
        return digits;
    }
}
