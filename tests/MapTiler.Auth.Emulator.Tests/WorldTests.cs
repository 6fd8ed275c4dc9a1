namespace MapTiler.Emulator.Tests;

/// <summary>The shapes in the vector tiles.</summary>
public sealed class WorldTests
{
    private const int Extent = 4096;

    private static readonly PlanetTileset Planet = new(MapLabels.Of(Gazetteer.Shared));
    private static readonly CountriesTileset Countries = new(Gazetteer.Shared);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_side_of_land_or_water_runs_across_a_tile(int zoom)
    {
        foreach (var tile in Tiles(zoom))
            AssertNoStripes(Planet.Render(tile)!, "water", "globallandcover", "landcover");
    }

    // Further down some borders do run across a tile: that of Canada is straight for 28 degrees.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void No_side_of_a_country_runs_across_a_tile(int zoom)
    {
        foreach (var tile in Tiles(zoom))
        {
            if (Countries.Render(tile) is { } content)
                AssertNoStripes(content, "administrative");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Land_and_sea_fill_a_tile_and_do_not_overlap(int zoom)
    {
        foreach (var tile in Tiles(zoom))
        {
            var layers = VectorTile.Read(Planet.Render(tile)!).Layers;
            var sea = layers.FirstOrDefault(l => l.Name == "water")?.Features.FirstOrDefault(f => Equals(f.Attributes["class"], "ocean"))?.Area ?? 0;
            var land = layers.FirstOrDefault(l => l.Name == "globallandcover")?.Features[0].Area ?? 0;

            var whole = Math.Pow(Extent + (2 * 64), 2);
            Assert.InRange(sea / whole, 0, 1.001);
            Assert.InRange(land / whole, 0, 1.001);
            Assert.True(Math.Abs(sea + land - whole) < 0.001 * whole, $"{tile}: {sea / whole:P1} sea, {land / whole:P1} land");
        }
    }

    [Fact]
    public void A_tile_has_only_the_layers_and_fields_that_tilejson_names()
    {
        var named = Planet.Description.VectorLayers.ToDictionary(l => l.Id, l => l.Fields.ToDictionary(f => f.Name, f => f.Type));
        foreach (var layer in Enumerable.Range(0, 5).SelectMany(Tiles).SelectMany(tile => VectorTile.Read(Planet.Render(tile)!).Layers))
        {
            foreach (var (key, value) in layer.Features.SelectMany(f => f.Attributes))
                Assert.Equal(named[layer.Name][key], value is string ? "String" : "Number");
        }
    }

    [Fact]
    public void Places_tell_their_rank_and_their_names()
    {
        var places = VectorTile.Read(Planet.Render(new(4, 8, 5))!).Layers.Single(l => l.Name == "place").Features;

        var zurich = places.Single(p => Equals(p.Attributes["name"], "Zürich")).Attributes;
        Assert.Equal(("city", "Zurich", "Zurigo"), (zurich["class"], zurich["name:en"], zurich["name:it"]));
        var austria = places.Single(p => Equals(p.Attributes["class"], "country") && Equals(p.Attributes["name"], "Austria")).Attributes;
        Assert.Equal(("AT", "Österreich"), (austria["iso_a2"], austria["name:de"]));
        Assert.All(places, p => Assert.InRange((ulong)p.Attributes["rank"], 1ul, 5ul));
    }

    private static IEnumerable<TileAddress> Tiles(int zoom) =>
        from x in Enumerable.Range(0, 1 << zoom)
        from y in Enumerable.Range(0, 1 << zoom)
        select new TileAddress(zoom, x, y);

    private static void AssertNoStripes(byte[] tile, params string[] layers)
    {
        foreach (var feature in VectorTile.Read(tile).Layers.Where(l => layers.Contains(l.Name)).SelectMany(l => l.Features))
        {
            foreach (var ring in feature.Parts)
            {
                for (var i = 0; i < ring.Count; i++)
                {
                    var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                    var isBesideTheTile = Math.Max(a.Y, b.Y) <= 0 || Math.Min(a.Y, b.Y) >= Extent;
                    Assert.True(isBesideTheTile || Math.Abs(a.X - b.X) < Extent * 0.9, $"{a} to {b}");
                }
            }
        }
    }
}
