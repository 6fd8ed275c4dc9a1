using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tests;

public sealed class PlanetV4TilesetTests
{
    private static readonly PlanetV4Tileset Planet = new(MapLabels.Of(Gazetteer.Shared));

    private static readonly TileCoordinate World = new(0, 0, 0);
    private static readonly TileCoordinate Europe = new(4, 8, 5);
    private static readonly TileCoordinate NorthAmerica = new(3, 1, 3);
    private static readonly TileCoordinate Zurich = new(10, 536, 358);

    [Theory]
    [InlineData("water", "class", "ocean", "lake")]
    [InlineData("waterway", "class", "river")]
    public void Surfaces_have_their_classes(string layer, string field, params string[] values) =>
        Assert.Equal(values, Layer(Europe, layer).Select(f => f.Attributes[field]));

    [Fact]
    public void Greenland_and_Antarctica_are_ice() =>
        Assert.True(Assert.Single(Layer(World, "ice")).Parts.Count >= 2);

    [Fact]
    public void Country_border_has_both_countries_and_is_not_maritime()
    {
        var borders = Layer(Europe, "country_border");

        Assert.All(borders, b => Assert.Equal(false, b.Attributes["maritime"]));
        Assert.Contains(borders, b => new[] { "CH", "IT" }.ToHashSet().SetEquals([(string)b.Attributes["admin_l"], (string)b.Attributes["admin_r"]]));
    }

    [Fact]
    public void Country_border_has_its_left_country_on_the_left()
    {
        // Germany is north of Austria, so it is on the left of their border in the direction of east.
        var border = Layer(Europe, "country_border").First(b => b.Attributes.Values.Contains("DE") && b.Attributes.Values.Contains("AT"));
        var goesEast = border.Parts[0][^1].X > border.Parts[0][0].X;

        Assert.Equal(goesEast ? "DE" : "AT", border.Attributes["admin_l"]);
        Assert.Equal(goesEast ? "AT" : "DE", border.Attributes["admin_r"]);
    }

    [Fact]
    public void Border_of_disputed_country_is_in_its_own_layer()
    {
        var disputed = Layer(new(5, 17, 11), "country_border_disputed").Where(b => Equals(b.Attributes["disputed_name"], "Kosovo")).ToArray();

        Assert.NotEmpty(disputed);
        Assert.All(disputed, b => Assert.Equal(false, b.Attributes["maritime"]));
        Assert.DoesNotContain(Layer(new(5, 17, 11), "country_border"), b => b.Attributes.Values.Contains("XK"));
        Assert.Contains(Layer(new(7, 71, 47), "country_disputed_label"), l => Equals(l.Attributes["name"], "Kosovo"));
    }

    [Fact]
    public void States_have_borders_and_labels()
    {
        Assert.All(Layer(NorthAmerica, "sub_border"), b =>
        {
            Assert.Equal((40ul, false), (b.Attributes["admin_level"], b.Attributes["maritime"]));
            Assert.Contains(b.Attributes["iso_a2"], (object[])["US", "CA"]);
        });
        var texas = Assert.Single(Layer(NorthAmerica, "state_label"), l => Equals(l.Attributes["abbrev"], "TX"));
        Assert.Equal(("Texas", 40ul), (texas.Attributes["name"], texas.Attributes["admin_level"]));
        Assert.DoesNotContain("rank", texas.Attributes.Keys); // styles show only states without one
    }

    [Fact]
    public void Country_label_has_code_rank_and_names()
    {
        var countries = Layer(Europe, "country_label");

        var austria = Assert.Single(countries, c => Equals(c.Attributes["iso_a2"], "AT")).Attributes;
        Assert.Equal(("Austria", "Österreich"), (austria["name"], austria["name:de"]));
        Assert.DoesNotContain("name:en", austria.Keys); // only where it differs
        Assert.DoesNotContain("class", austria.Keys);
        Assert.All(countries, c => Assert.InRange((ulong)c.Attributes["rank"], 0ul, 5ul));
    }

    [Fact]
    public void Only_capital_of_a_country_has_capital_20()
    {
        var cities = Layer(Europe, "city_label");

        Assert.Equal(20ul, Assert.Single(cities, c => Equals(c.Attributes.GetValueOrDefault("name:en"), "Vienna")).Attributes["capital"]);
        Assert.DoesNotContain("capital", Assert.Single(cities, c => Equals(c.Attributes["name"], "Zürich")).Attributes.Keys);
        Assert.All(cities, c => Assert.InRange((ulong)c.Attributes["rank"], 1ul, 7ul));
    }

    [Fact]
    public void Small_capital_is_a_town()
    {
        var vaduz = Assert.Single(Layer(new(8, 134, 89), "town_label"), t => Equals(t.Attributes["name"], "Vaduz")).Attributes;

        Assert.Equal((20ul, "LI"), (vaduz["capital"], vaduz["iso_a2"]));
    }

    [Fact]
    public void Settlements_are_in_three_layers_by_size()
    {
        Assert.Contains(Layer(Zurich, "city_label"), c => Equals(c.Attributes["name"], "Zürich"));
        Assert.Contains(Layer(Zurich, "town_label"), c => Equals(c.Attributes["name"], "Dübendorf"));
        Assert.All(Layer(Zurich, "town_label"), t => Assert.InRange((ulong)t.Attributes["rank"], 1ul, 11ul));
        var places = Layer(Zurich, "place_label");
        Assert.Contains(places, p => Equals(p.Attributes["class"], "village"));
        Assert.Contains(places, p => Equals(p.Attributes["class"], "suburb"));
    }

    [Fact]
    public void Continents_end_after_zoom_3()
    {
        Assert.Equal(7, Layer(World, "continent_label").Select(c => c.Attributes["name"]).Distinct().Count());
        Assert.Contains(Layer(new(3, 4, 2), "continent_label"), c => Equals(c.Attributes["name:en"], "Europe"));
        Assert.Empty(Layer(Europe, "continent_label"));
    }

    [Fact]
    public void Sea_has_a_line_and_ocean_only_a_point()
    {
        Assert.Contains(Layer(World, "water_centroid"), w => Equals(w.Attributes["class"], "ocean"));
        Assert.Empty(Layer(World, "water_label"));

        var sea = Assert.Single(Layer(new(3, 4, 3), "water_label"), w => Equals(w.Attributes["name"], "Mediterranean Sea"));
        Assert.Equal((2, "sea", 1ul), (sea.Type, sea.Attributes["class"], sea.Attributes["rank"]));
    }

    [Fact]
    public void Tile_has_only_the_declared_layers_fields_and_zooms()
    {
        foreach (var tile in Enumerable.Range(0, 4).SelectMany(TileAssert.Tiles).Concat([Europe, Zurich, new(15, 17157, 11474)]))
            TileAssert.IsAsDeclared(Planet, tile);
    }

    private static IReadOnlyList<VectorTile.Feature> Layer(TileCoordinate tile, string name) => TileAssert.Layer(Planet, tile, name);
}
