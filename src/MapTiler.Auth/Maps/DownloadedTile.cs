namespace MapTiler;

/// <summary>What became of one tile of a download: its bytes, nothing, or an error.</summary>
public sealed class DownloadedTile
{
    /// <summary>The tile.</summary>
    public TileCoordinate Tile { get; set; }

    /// <summary>The bytes; <see langword="null"/> if the tile has no content (204, or 200 with zero bytes) or failed.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; set; }

    /// <summary>What the bytes are, such as <c>image/png</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>The extension of a file of this type without its dot, such as <c>png</c>.</summary>
    public string? FileExtension { get; set; }

    /// <summary>Why the tile failed, if it did.</summary>
    public MapTilerException? Error { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Tile}: {(Error is { } error ? error.Reason.Value : Bytes is { } bytes ? $"{bytes.Length} bytes" : "no tile")}");
}
