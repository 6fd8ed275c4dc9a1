using System.Globalization;

namespace MapTiler.Tiles;

/// <summary>The result of one tile of a download: its bytes, no content, or an error.</summary>
public sealed class DownloadedTile : IBatchResult
{
    /// <summary>The coordinate of the tile.</summary>
    public TileCoordinate Tile { get; set; }

    /// <summary>
    /// The bytes of the tile; <see langword="null"/> if the tile failed or has no content, which the service reports as 204, or as 200 with zero bytes.
    /// </summary>
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>The content type of the bytes, such as <c>image/png</c>; <see langword="null"/> if there are none.</summary>
    public string? ContentType { get; set; }

    /// <summary>The file extension of the content type without its dot, such as <c>png</c>; <see langword="null"/> if there are no bytes.</summary>
    public string? FileExtension { get; set; }

    /// <summary>The error of the tile; <see langword="null"/> if it did not fail.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>Returns the coordinate of the tile with its size in bytes, or with the reason of its error.</summary>
    public override string ToString() => FormattableString.Invariant($"{Tile}: {(Error is { } error ? error.Reason.ToString() : Bytes is { } bytes ? $"{bytes.Length} bytes" : "no content")}");
}

/// <summary>The progress of a download of tiles.</summary>
public sealed class TileDownloadProgress
{
    /// <summary>The number of tiles that were returned so far, including those that have no content or failed.</summary>
    public long Completed { get; set; }

    /// <summary>The number of distinct tiles; <see langword="null"/> if it is not known before the tiles are enumerated.</summary>
    public long? Total { get; set; }

    /// <summary>The number of tiles that have no content.</summary>
    public long Absent { get; set; }

    /// <summary>The number of tiles that failed.</summary>
    public long Failed { get; set; }

    /// <summary>The total size of the tiles that were returned so far, in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>Returns the numbers of tiles and bytes.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Completed} of {Total?.ToString(CultureInfo.InvariantCulture) ?? "?"} tiles, {Absent} absent, {Failed} failed, {Bytes} bytes");
}
