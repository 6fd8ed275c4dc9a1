using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tests;

public sealed class PlanetTilesetTests
{
    private static readonly PlanetTileset Planet = new("v3", 15, PlanetV3Schema.Layers, MapLabels.Of(Gazetteer.Shared));
    private static readonly PlanetTileset OpenMapTiles = new("v3-openmaptiles", 14, PlanetV3Schema.OpenMapTilesLayers, MapLabels.Of(Gazetteer.Shared));

    private static readonly TileCoordinate World = new(0, 0, 0);
    private static readonly TileCoordinate Europe = new(4, 8, 5);

    [Fact]
    public void Place_has_class_rank_and_names()
    {
        var places = TileAssert.Layer(Planet, Europe, "place");

        var zurich = Assert.Single(places, p => Equals(p.Attributes["name"], "Zürich")).Attributes;
        Assert.Equal(("city", "Zurich", "Zurigo"), (zurich["class"], zurich["name:en"], zurich["name:it"]));
        var austria = Assert.Single(places, p => Equals(p.Attributes["class"], "country") && Equals(p.Attributes["name"], "Austria")).Attributes;
        Assert.Equal(("AT", "Österreich", "Austria"), (austria["iso_a2"], austria["name_de"], austria["name:en"]));
        Assert.Equal(2ul, Assert.Single(places, p => Equals(p.Attributes["name:en"], "Vienna")).Attributes["capital"]);
        Assert.All(places, p => Assert.InRange((ulong)p.Attributes["rank"], 1ul, 5ul));
    }

    [Fact]
    public void Boundary_of_country_has_numbers_for_maritime_and_disputed()
    {
        var boundaries = TileAssert.Layer(Planet, new(5, 17, 11), "boundary");

        Assert.All(boundaries, b => Assert.Equal((2ul, 0ul), (b.Attributes["admin_level"], b.Attributes["maritime"])));
        Assert.All(boundaries, b => Assert.Equal(b.Attributes.ContainsKey("disputed_name") ? 1ul : 0ul, b.Attributes["disputed"]));
        Assert.Contains(boundaries, b => Equals(b.Attributes["disputed"], 1ul));
    }

    [Fact]
    public void Boundary_of_state_has_level_4() =>
        Assert.Contains(TileAssert.Layer(Planet, new(3, 1, 3), "boundary"), b => Equals(b.Attributes["admin_level"], 4ul));

    [Fact]
    public void Openmaptiles_has_no_global_land_cover()
    {
        Assert.NotEmpty(TileAssert.Layer(Planet, World, "globallandcover"));
        Assert.Empty(TileAssert.Layer(OpenMapTiles, World, "globallandcover"));
        Assert.NotEmpty(TileAssert.Layer(OpenMapTiles, World, "landcover"));
    }

    [Fact]
    public void Tile_has_only_the_declared_layers_fields_and_zooms()
    {
        foreach (var tile in Enumerable.Range(0, 4).SelectMany(TileAssert.Tiles).Concat([Europe, new(10, 536, 358), new(15, 17157, 11474)]))
            TileAssert.IsAsDeclared(Planet, tile);
    }
}
