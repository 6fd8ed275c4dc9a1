using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using MapTiler.Tiles;
using Microsoft.Data.Sqlite;

namespace MapTiler.Tool.TileStores;

/// <summary>A file in the <see href="https://github.com/mapbox/mbtiles-spec/blob/master/1.3/spec.md">MBTiles 1.3</see> format.</summary>
internal sealed class MbTiles : ITileStore
{
    private readonly string _path;
    private readonly TileJson _tileJson;
    private readonly TileRange _range;
    private readonly bool _hasTiles;
    private SqliteConnection? _database;

    /// <exception cref="UsageException">The file exists, and is not a database or has the tiles of another tileset.</exception>
    public MbTiles(string path, TileJson tileJson, TileRange range)
    {
        (_path, _tileJson, _range) = (path, tileJson, range);
        _hasTiles = File.Exists(path) && Open(() => Execute("SELECT 1 FROM sqlite_master WHERE name = 'tiles'") is not null);
        if (_hasTiles && Metadata("name") is { } name && Metadata("format") is { } format && (name, format) != (Name, Format))
            throw new UsageException($"{path} contains tiles of {name} in the format {format}, not of {Name} in the format {Format}. Use another file.");
    }

    private string Name => _tileJson.Name ?? "MapTiler";

    private string Format => _tileJson.Format ?? "pbf";

    public bool Contains(TileCoordinate tile) =>
        _hasTiles && Execute("SELECT 1 FROM tiles WHERE zoom_level = $a AND tile_column = $b AND tile_row = $c", tile.Z, tile.X, tile.TmsY) is not null;

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Create() => Open(() =>
    {
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        Execute("CREATE TABLE IF NOT EXISTS metadata (name TEXT PRIMARY KEY, value TEXT)");
        Execute("CREATE TABLE IF NOT EXISTS tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB, PRIMARY KEY (zoom_level, tile_column, tile_row))");
        foreach (var (name, value) in Metadata())
            Execute("INSERT OR REPLACE INTO metadata VALUES ($a, $b)", name, value);
        return true;
    });

    public async ValueTask AddAsync(TileCoordinate tile, ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellationToken)
    {
        var data = extension is "pbf" or "mvt" && !bytes.IsEmpty ? await CompressAsync(bytes, cancellationToken).ConfigureAwait(false) : bytes.ToArray(); // as the format requires for vector tiles
        try
        {
            Execute("INSERT OR REPLACE INTO tiles VALUES ($a, $b, $c, $d)", tile.Z, tile.X, tile.TmsY, data);
        }
        catch (SqliteException e)
        {
            throw new IOException($"The tile {tile} could not be saved. {e.Message}", e);
        }
    }

    public void Dispose()
    {
        if (_database is null)
            return;
        Execute("PRAGMA journal_mode = DELETE"); // one file, without the log beside it
        _database.Dispose();
    }

    private bool Open(Func<bool> use)
    {
        try
        {
            if (_database is null)
            {
                _database = new(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false }.ConnectionString);
                _database.Open();
            }

            return use();
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException)
        {
            _database = null;
            throw new InvalidOperationException("The library e_sqlite3, which writes MBTiles, is not beside the program. Copy it there, or download into a folder.", e);
        }
        catch (SqliteException e)
        {
            _database?.Dispose();
            _database = null;
            throw new UsageException($"{_path} cannot be written as an MBTiles file. {e.Message}", e);
        }
    }

    private object? Execute(string sql, params object[] values)
    {
        using var command = _database!.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        return command.ExecuteScalar();
    }

    private string? Metadata(string name) => Execute("SELECT value FROM metadata WHERE name = $a", name) as string;

    /// <summary>Returns the metadata of the tiles that are requested and of those that exist.</summary>
    private IEnumerable<(string Name, string Value)> Metadata()
    {
        var bounds = Metadata("bounds") is { } text && Arguments.TryParseBounds(text) is { } existing ? existing.Union(_range.Bounds) : _range.Bounds;
        yield return ("name", Name);
        yield return ("format", Format);
        yield return ("bounds", bounds.ToString());
        yield return ("minzoom", Number(Math.Min(_range.MinZoom, Execute("SELECT MIN(zoom_level) FROM tiles") as long? ?? _range.MinZoom)));
        yield return ("maxzoom", Number(Math.Max(_range.MaxZoom, Execute("SELECT MAX(zoom_level) FROM tiles") as long? ?? _range.MaxZoom)));
        if (_tileJson.Attribution is { } attribution)
            yield return ("attribution", attribution);
        if (_tileJson.VectorLayers.Count > 0)
            yield return ("json", JsonSerializer.Serialize(new MbTilesJson([.. _tileJson.VectorLayers.Select(layer => new MbTilesLayer(layer.Id, layer.Fields))]), MbTilesContext.Default.MbTilesJson));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<byte[]> CompressAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
            await gzip.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }
}

/// <summary>The layers of vector tiles in the metadata.</summary>
internal sealed record MbTilesJson([property: System.Text.Json.Serialization.JsonPropertyName("vector_layers")] IReadOnlyList<MbTilesLayer> VectorLayers);

/// <summary>A layer of vector tiles in the metadata.</summary>
internal sealed record MbTilesLayer(
    [property: System.Text.Json.Serialization.JsonPropertyName("id")] string? Id,
    [property: System.Text.Json.Serialization.JsonPropertyName("fields")] IReadOnlyDictionary<string, string> Fields);

/// <summary>Writes the metadata.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(MbTilesJson))]
internal sealed partial class MbTilesContext : System.Text.Json.Serialization.JsonSerializerContext;
