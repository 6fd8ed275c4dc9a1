using System.Collections.Concurrent;

namespace MapTiler.Emulator;

/// <summary>The tilesets that exist: those offered to every account, the frames of the weather, and those that a test added.</summary>
internal sealed class TilesetCatalog(Gazetteer gazetteer, TimeProvider time) : TilesetSource
{
    private readonly Dictionary<string, Tileset> _builtIn = BuiltInTilesets.Create(gazetteer);
    private readonly ConcurrentDictionary<string, Tileset> _added = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _changes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, TileCoordinate Tile), byte[]> _tiles = new();

    public override string Service => "tiles";

    public override TilesetDescription? Describe(string id, string? tileSize) =>
        tileSize is null && Find(id) is { } tileset ? tileset.Description with { LastModified = LastModified(id, tileset) } : null;

    /// <summary>The time of the data: when a test last changed it, or when the data of the emulator was made.</summary>
    public DateTimeOffset LastModified(string id, Tileset tileset) =>
        _changes.TryGetValue(id, out var time) ? time : tileset.Description.LastModified;

    public void Add(string id, Tileset tileset)
    {
        _added[id] = tileset;
        _changes[id] = Now();
    }

    public void Remove(string id) => _added.TryRemove(id, out _);

    /// <summary>Replaces one tile of a tileset.</summary>
    public void AddTile(string id, TileCoordinate tile, byte[] content)
    {
        _tiles[(id, tile)] = content;
        _changes[id] = Now();
    }

    public Tileset? Find(string id) =>
        _added.GetValueOrDefault(id) ?? _builtIn.GetValueOrDefault(id) ?? WeatherFrame.Find(id);

    /// <summary>Whether MapTiler offers it to every account.</summary>
    public bool IsBuiltIn(string id) => _builtIn.ContainsKey(id) && !_added.ContainsKey(id);

    public byte[]? Render(string id, Tileset tileset, TileCoordinate tile) =>
        _tiles.TryGetValue((id, tile), out var content) ? content : tileset.Render(tile);

    /// <summary>In whole seconds, which is all that the header can express.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
}
