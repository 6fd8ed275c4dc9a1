using System.Diagnostics;

namespace MapTiler;

/// <summary>
/// The addresses of all tiles of a set, with what a map control needs to know besides: the size of the tiles, the zooms, and whom to name.
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

    /// <summary>The template with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, as MapLibre, Leaflet, OpenLayers and Mapsui take it. It holds the key, if the builder has one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Template => WithPlaceholders("{z}", "{x}", "{y}");

    /// <summary>The size of a tile on the map in pixels.</summary>
    public int TileSize { get; }

    /// <summary>The smallest zoom that has tiles.</summary>
    public int MinZoom { get; }

    /// <summary>The largest zoom that has tiles.</summary>
    public int MaxZoom { get; }

    /// <summary>Whom to name on the map, as HTML; <see langword="null"/> where only the TileJSON of the set knows it.</summary>
    public string? Attribution { get; }

    /// <summary>The template in another dialect, such as <c>{level}</c>, <c>{col}</c>, <c>{row}</c> or <c>{0}</c>, <c>{1}</c>, <c>{2}</c>.</summary>
    /// <param name="z">What stands for the zoom.</param>
    /// <param name="x">What stands for the column.</param>
    /// <param name="y">What stands for the row, counted from the north.</param>
    public string WithPlaceholders(string z, string x, string y) => string.Concat(_prefix, string.Join("/", z, x, y), _suffix);

    /// <summary>The address of one tile.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The zoom of the tile is not between <see cref="MinZoom"/> and <see cref="MaxZoom"/>.</exception>
    public string Fill(TileCoordinate tile)
    {
        if (tile.Z < MinZoom || tile.Z > MaxZoom)
            throw new ArgumentOutOfRangeException(nameof(tile), $"These tiles have zooms from {MinZoom} to {MaxZoom}.");

        var length = _prefix.Length + Digits(tile.Z) + Digits(tile.X) + Digits(tile.Y) + 2 + _suffix.Length;
#if NET
        return string.Create(length, (Template: this, Tile: tile), static (span, state) => state.Template.Write(span, state.Tile));
#else
        var text = new char[length];
        Write(text, tile);
        return new string(text);
#endif
    }

    /// <summary>The template without its query, which may hold a key.</summary>
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
