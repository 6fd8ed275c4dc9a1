using System.Collections.Concurrent;

namespace MapTiler.Emulator;

/// <summary>The maps that exist: those that MapTiler offers to all accounts, and those that a test added.</summary>
internal sealed class MapCatalog : TilesetSource
{
    public const int MaxZoom = 22;

    private const string SmallTiles = "256";
    private readonly ConcurrentDictionary<string, bool> _added = new(StringComparer.Ordinal);

    public override string Service => "maps";

    public MapStyles Styles { get; } = new();

    public void Add(string mapId) => _added[mapId] = true;

    /// <summary>Whether it is a map of the account and not one that MapTiler offers to everyone.</summary>
    public bool IsCustom(string mapId) => !BuiltInMapIds.Contains(mapId) && _added.ContainsKey(mapId);

    public bool Contains(string mapId) => BuiltInMapIds.Contains(mapId) || _added.ContainsKey(mapId);

    public override TilesetDescription? Describe(string id, string? tileSize) =>
        !Contains(id) || tileSize is not (null or SmallTiles) ? null : new()
        {
            Name = id,
            Format = IsImagery(id) ? "jpg" : "png",
            MaxZoom = MaxZoom,
            TileSize = tileSize is null ? 512 : 256,
        };

    private static bool IsImagery(string id) =>
        id.StartsWith("satellite", StringComparison.Ordinal) || id.StartsWith("hybrid", StringComparison.Ordinal);
}
