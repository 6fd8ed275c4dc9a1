using System.Collections.Concurrent;

namespace MapTiler.Emulator;

/// <summary>The tile sets that exist: those offered to everybody, the frames of the weather, and what a test added.</summary>
internal sealed class TilesetCatalogue : TilesetSource
{
    private readonly Dictionary<string, Tileset> _builtIn;
    private readonly ConcurrentDictionary<string, Tileset> _added = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, TileAddress Tile), byte[]> _tiles = new();

    public TilesetCatalogue(Gazetteer gazetteer)
    {
        var planet = new PlanetTileset(MapLabels.Of(gazetteer));
        var satellite = new SatelliteTileset(new(gazetteer));
        _builtIn = new(StringComparer.Ordinal)
        {
            ["v3"] = planet,
            ["v4"] = new PlanetV4Tileset(MapLabels.Of(gazetteer)),
            ["countries"] = new CountriesTileset(gazetteer),
            ["satellite-v2"] = satellite,
            ["satellite-v4"] = satellite,
            ["terrain-rgb-v2"] = new TerrainTileset("Terrain RGB", ElevationSurface.At, maxZoom: 14),
            ["ocean-rgb"] = new TerrainTileset("Ocean RGB", ElevationSurface.OceanAt, maxZoom: 9),
        };
    }

    public override string Service => "tiles";

    public override TilesetDescription? Describe(string id, string? tileSize) => tileSize is null ? Find(id)?.Description : null;

    public void Add(string id, Tileset tileset) => _added[id] = tileset;

    public void Remove(string id) => _added.TryRemove(id, out _);

    /// <summary>Puts one tile in the place of what a set has there.</summary>
    public void AddTile(string id, TileAddress tile, byte[] content) => _tiles[(id, tile)] = content;

    public Tileset? Find(string id) =>
        _added.GetValueOrDefault(id) ?? _builtIn.GetValueOrDefault(id) ?? WeatherFrame.Find(id);

    public byte[]? Render(string id, Tileset tileset, TileAddress tile) =>
        _tiles.TryGetValue((id, tile), out var content) ? content : tileset.Render(tile);
}
