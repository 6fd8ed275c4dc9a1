using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tests;

/// <summary>The shapes in the vector tiles.</summary>
public sealed class ClippedAreaTests
{
    private const int Extent = 4096;

    private static readonly PlanetV4Tileset Planet = new(MapLabels.Of(Gazetteer.Shared));
    private static readonly LandTileset Land = new();
    private static readonly CountriesTileset Countries = new(Gazetteer.Shared);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Land_and_water_have_no_lines_across_a_tile(int zoom)
    {
        foreach (var tile in Tiles(zoom))
        {
            AssertNoStripes(Planet.Render(tile), "water", "ice");
            AssertNoStripes(Land.Render(tile), "land");
        }
    }

    // Further down some borders do run across a tile: that of Canada is straight for 28 degrees.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Country_has_no_lines_across_a_tile(int zoom)
    {
        foreach (var tile in Tiles(zoom))
            AssertNoStripes(Countries.Render(tile), "administrative");
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
            var water = VectorTile.Read(Planet.Render(tile) ?? []).Layers.FirstOrDefault(l => l.Name == "water");
            var sea = water?.Features.FirstOrDefault(f => Equals(f.Attributes["class"], "ocean"))?.Area ?? 0;
            var land = VectorTile.Read(Land.Render(tile) ?? []).Layers.FirstOrDefault()?.Features[0].Area ?? 0;

            var whole = Math.Pow(Extent + (2 * 64), 2);
            Assert.InRange(sea / whole, 0, 1.001);
            Assert.InRange(land / whole, 0, 1.001);
            Assert.True(Math.Abs(sea + land - whole) < 0.001 * whole, $"{tile}: {sea / whole:P1} sea, {land / whole:P1} land");
        }
    }

    private static IEnumerable<TileCoordinate> Tiles(int zoom) =>
        from x in Enumerable.Range(0, 1 << zoom)
        from y in Enumerable.Range(0, 1 << zoom)
        select new TileCoordinate(zoom, x, y);

    private static void AssertNoStripes(byte[]? tile, params string[] layers)
    {
        foreach (var feature in VectorTile.Read(tile ?? []).Layers.Where(l => layers.Contains(l.Name)).SelectMany(l => l.Features))
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
