using System.Globalization;

namespace MapTiler.Tool.TileStores;

/// <summary>A folder with a file for each tile: <c>z/x/y.ext</c>.</summary>
internal sealed class TileFolder(string path) : ITileStore
{
    private readonly bool _exists = Directory.Exists(path);

    public bool Contains(TileCoordinate tile)
    {
        if (!_exists)
            return false; // without a system call for each of millions of tiles
        var folder = FolderOf(tile);
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, Name(tile.Y) + ".*").Any(file => !file.EndsWith(".part", StringComparison.Ordinal));
    }

    public void Create() => Directory.CreateDirectory(path);

    public async ValueTask AddAsync(TileCoordinate tile, ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellationToken)
    {
        var folder = FolderOf(tile);
        Directory.CreateDirectory(folder);
        await SafeFile.WriteAsync(Path.Combine(folder, $"{Name(tile.Y)}.{extension}"), bytes, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
    }

    private string FolderOf(TileCoordinate tile) => Path.Combine(path, Name(tile.Z), Name(tile.X));

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
