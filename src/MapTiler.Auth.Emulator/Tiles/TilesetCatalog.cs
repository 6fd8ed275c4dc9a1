using System.Collections.Concurrent;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Weather;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

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

/// <summary>A service that offers tiles: <c>maps</c> or <c>tiles</c>.</summary>
internal abstract class TilesetSource
{
    /// <summary>The first segment of its paths.</summary>
    public abstract string Service { get; }

    /// <summary>The description of a tileset in the requested tile size, or in its own size for null; null if it does not exist.</summary>
    public abstract TilesetDescription? Describe(string id, string? tileSize);
}

/// <summary>The tilesets that MapTiler offers to every account.</summary>
internal static class BuiltInTilesets
{
    public static Dictionary<string, Tileset> Create(Gazetteer gazetteer)
    {
        var labels = MapLabels.Of(gazetteer);
        var satellite = new SatelliteTileset(new(gazetteer));
        return new(StringComparer.Ordinal)
        {
            ["v4"] = new PlanetV4Tileset(labels),
            ["v3"] = new PlanetTileset("MapTiler Planet", 15, PlanetV3Schema.Layers, labels),
            ["v3-openmaptiles"] = new PlanetTileset("OpenMapTiles", 14, PlanetV3Schema.OpenMapTilesLayers, labels),
            ["contours"] = new ContourTileset("Contours"),
            ["contours-v2"] = new ContourTileset("Contours v2"),
            ["landform"] = EmptyTilesets.Landform,
            ["outdoor"] = EmptyTilesets.Outdoor,
            ["buildings"] = EmptyTilesets.Buildings,
            ["ocean"] = new OceanTileset(),
            ["ocean-rgb"] = new TerrainTileset("Ocean RGB", depth: ElevationSurface.OceanDepth, maxZoom: 9),
            ["land"] = new LandTileset(),
            ["land-gradient"] = new LandGradientTileset(),
            ["hand-drawn-hillshade"] = new HillshadeTileset(),
            ["countries"] = new CountriesTileset(gazetteer),
            ["satellite-v2"] = satellite,
            ["satellite-v4"] = satellite,
            ["terrain-rgb-v2"] = new TerrainTileset("Terrain RGB", depth: 0, maxZoom: 14),
        };
    }
}
