namespace MapTiler.Emulator.Tests;

public sealed class EmulatedPlaceTests : GeocodingTest
{
    private const string Poi = "?types=poi";

    [Fact]
    public async Task An_address_is_found_by_street_and_number_in_its_city()
    {
        Emulator.Add(new EmulatedPlace("Bahnhofstrasse", 8.5395, 47.3705) { Type = "address", HouseNumber = "5" });

        foreach (var query in new[] { "Bahnhofstrasse 5", "5 bahnhofstrasse", "Bahnhofstrasse 5, 8001 Zürich", "bahnhofstr", "Bahnhofstrase 5" })
        {
            var feature = await FirstAsync(Uri.EscapeDataString(query));
            Assert.Equal("Bahnhofstrasse", Text(feature, "text"));
            Assert.Equal("5", Text(feature, "address"));
            Assert.StartsWith("Bahnhofstrasse 5, Zürich", Text(feature, "place_name"));
            Assert.Equal("address", feature.GetProperty("place_type")[0].GetString());
            Assert.Equal("ch", Text(feature.GetProperty("properties"), "country_code"));
            Assert.Equal("municipality.2657896", Text(feature.GetProperty("context")[0], "id"));
        }
    }

    [Fact]
    public async Task Address_with_a_postal_code_has_it_as_its_parent()
    {
        var id = Emulator.Add(new EmulatedPlace("Bahnhofstrasse", 8.5395, 47.3705) { Type = "address", HouseNumber = "5", PostalCode = "8001" });
        Emulator.Add(new EmulatedPlace("Rennweg", 8.5385, 47.3725) { Type = "address", HouseNumber = "1", PostalCode = "8001" });

        var feature = await FirstAsync("Bahnhofstrasse%205,%208001%20Z%C3%BCrich");
        Assert.Equal(id, Text(feature, "id"));
        Assert.Equal(1, feature.GetProperty("relevance").GetDouble());
        Assert.Equal("8001", Text(feature.GetProperty("properties"), "postcode"));
        Assert.StartsWith("Bahnhofstrasse 5, 8001 Zürich", Text(feature, "place_name"));
        var code = feature.GetProperty("context")[0];
        Assert.Equal(("8001", "ch"), (Text(code, "text"), Text(code, "country_code")));
        Assert.Equal("municipality.2657896", Text(feature.GetProperty("context")[1], "id"));

        var found = Assert.Single(await FeaturesAsync("8001", "?types=postal_code"));
        Assert.Equal(("postal_code", Text(code, "id")), (Types([found])[0], Text(found, "id")));
        Assert.Equal("8001", Text(await FirstAsync(Text(code, "id")), "text"));
        Assert.Equal("8001", Text(Assert.Single(await FeaturesAsync("8.539,47.371", "?types=postal_code")), "text"));
        Assert.Equal(id, Text(await FirstAsync("8001%20Bahnhofstrasse%205"), "id"));
        Assert.InRange((await FirstAsync("Bahnhofstrasse%205,%209999%20Z%C3%BCrich")).GetProperty("relevance").GetDouble(), 0.5, 0.99);
    }

    [Theory]
    [InlineData("ice_cream")]
    [InlineData("ice%20cream")]
    [InlineData("ice%20cream%20Z%C3%BCrich")]
    public async Task A_point_of_interest_is_found_by_its_category_with_underscores_or_spaces(string query)
    {
        Emulator.Add(new EmulatedPlace("Gelateria", 8.5451, 47.3669) { Type = "poi", Categories = ["ice_cream"] });
        var feature = await FirstAsync(query, Poi);
        Assert.Equal(("Gelateria", "ice_cream"), (Text(feature, "text"), feature.GetProperty("properties").GetProperty("categories")[0].GetString()));
        Assert.False(feature.GetProperty("properties").TryGetProperty("kind", out _));
        Assert.Equal(Numbers(feature, "center").Concat(Numbers(feature, "center")), Numbers(feature, "bbox"));
    }

    [Fact]
    public async Task Excluding_no_types_finds_every_type()
    {
        Emulator.Add(new EmulatedPlace("Xyzzy Café", 8.5451, 47.3669) { Type = "poi" });
        Assert.Empty(await FeaturesAsync("Xyzzy"));
        Assert.Equal("Xyzzy Café", Text(await FirstAsync("Xyzzy", "?excludeTypes=true"), "text"));
    }

    [Fact]
    public async Task Bounds_across_the_antimeridian_are_two_polygons()
    {
        var id = Emulator.Add(new EmulatedPlace("Bering Sea", 180, 58) { Type = "continental_marine", Bounds = (165, 52, -165, 66) });
        var feature = await FirstAsync(id);
        Assert.Equal(new double[] { 165, 52, -165, 66 }, Numbers(feature, "bbox"));
        Assert.Equal("MultiPolygon", Text(feature.GetProperty("geometry"), "type"));
        Assert.Equal(2, feature.GetProperty("geometry").GetProperty("coordinates").GetArrayLength());
    }

    [Fact]
    public async Task Point_of_interest_is_found_only_with_its_type()
    {
        Emulator.Add(new EmulatedPlace("Café Odeon", 8.5451, 47.3669) { Type = "poi", Categories = ["cafe"] });

        Assert.DoesNotContain(await FeaturesAsync("Odeon"), f => Text(f, "text") == "Café Odeon");
        Assert.Equal("Café Odeon", Text(await FirstAsync("cafe%20odeon", Poi), "text"));
        Assert.Equal("Café Odeon", Text(await FirstAsync("cafe%20zurich", Poi), "text"));
        Assert.Equal("Café Odeon", Text(await FirstAsync("8.5452,47.3669", Poi), "text"));
        Assert.Empty(await FeaturesAsync("8.6,47.3669", Poi));
        var properties = (await FirstAsync("odeon", "?types=municipality&excludeTypes=true")).GetProperty("properties");
        Assert.Equal("cafe", properties.GetProperty("categories")[0].GetString());
    }

    [Fact]
    public async Task Added_place_is_found_by_its_id_and_in_other_languages()
    {
        var id = Emulator.Add(new EmulatedPlace("Staré Město", 15, 50) { Names = new Dictionary<string, string> { ["en"] = "Oldtown Square" } });

        Assert.Equal("place.2000000000", id);
        Assert.Equal("Staré Město", Text(await FirstAsync(id), "text"));
        Assert.Equal("Oldtown Square", Text(await FirstAsync(id, "?language=en"), "text"));
        Assert.Equal(id, Text(await FirstAsync("Oldtown%20Square"), "id"));
        Assert.Equal("cz", Text((await FirstAsync(id)).GetProperty("properties"), "country_code"));
    }

    [Fact]
    public async Task Places_with_bounds_are_found_within_them_and_elsewhere_the_nearest_come_first()
    {
        Emulator.Add(new EmulatedPlace("Atlantic Ocean", -30, 30) { Type = "continental_marine", Bounds = (-60, 0, -10, 60) });
        Emulator.Add(new EmulatedPlace("Far", -30.001, 30) { Type = "address" });
        Emulator.Add(new EmulatedPlace("Near", -30.0001, 30) { Type = "address" });

        Assert.Equal(["Near", "Atlantic Ocean"], (await FeaturesAsync("-30,30")).Select(f => Text(f, "text")));
        Assert.Equal(["Atlantic Ocean"], (await FeaturesAsync("-50,10")).Select(f => Text(f, "text")));
        Assert.Equal(["Near", "Far"], (await FeaturesAsync("-30,30", "?types=address&limit=5")).Select(f => Text(f, "text")));
        Assert.Equal(new double[] { -60, 0, -10, 60 }, Numbers((await FeaturesAsync("-50,10"))[0], "bbox"));
        Assert.False((await FeaturesAsync("-50,10"))[0].GetProperty("properties").TryGetProperty("country_code", out _));
    }

    [Fact]
    public async Task Filters_apply_to_added_places()
    {
        Emulator.Add(new EmulatedPlace("Xyzzystadt", 8.5, 47.3));
        Emulator.Add(new EmulatedPlace("Xyzzyville", 2.35, 48.85) { CountryCode = "fr" });

        Assert.Equal(["Xyzzystadt"], (await FeaturesAsync("xyzzy", "?country=ch")).Select(f => Text(f, "text")));
        Assert.Equal(["Xyzzyville"], (await FeaturesAsync("xyzzy", "?bbox=2,48,3,49")).Select(f => Text(f, "text")));
        Assert.Equal(["Xyzzyville", "Xyzzystadt"], (await FeaturesAsync("xyzzy", "?proximity=2,48")).Select(f => Text(f, "text")));
        Assert.Empty(await FeaturesAsync("xyzzy", "?autocomplete=false&fuzzyMatch=false"));
    }

    [Fact]
    public async Task Added_places_belong_to_one_emulator()
    {
        await using var other = await MapTilerEmulator.StartAsync(cancellationToken: Cancellation);
        other.Add(new EmulatedPlace("Xyzzystadt", 8.5, 47.3));
        Assert.Empty(await FeaturesAsync("Xyzzystadt"));
    }

    [Fact]
    public void Invalid_place_throws()
    {
        Assert.Throws<ArgumentException>(() => new EmulatedPlace(" ", 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatedPlace("x", 0, 91));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatedPlace("x", double.NaN, 0));
        Assert.Throws<ArgumentException>(() => new EmulatedPlace("x", 0, 0) { Type = "city" });
        Assert.Throws<ArgumentException>(() => new EmulatedPlace("x", 0, 0) { PostalCode = " " });
    }
}
