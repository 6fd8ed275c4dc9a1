namespace MapTiler.ContractTests;

public sealed class FactListTests
{
    [Fact]
    public void Every_fact_has_a_name_of_its_own() => Assert.Empty(AllFacts.List.GroupBy(f => f.Name).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_shape_can_be_read() =>
        Assert.All(AllFacts.List.SelectMany(f => new[] { f.Json, f.Tile }).OfType<string>(), shape => Shape.Parse(shape));

    [Fact]
    public void Every_way_to_authenticate_is_covered() =>
        Assert.Empty(Enum.GetValues<Credential>().Except(AllFacts.List.Select(f => f.Credential)));

    [Theory]
    [InlineData("/maps/*/")]
    [InlineData("/maps/*/style.json")]
    [InlineData("/maps/*/sprite*.json")]
    [InlineData("/maps/*/sprite*.png")]
    [InlineData("/maps/*/tiles.json")]
    [InlineData("/maps/*/256/tiles.json")]
    [InlineData("/maps/*/WMTSCapabilities.xml")]
    [InlineData("/maps/*/tiles")]
    [InlineData("/maps/*/tileMatrixSet")]
    [InlineData("/maps/*/tiles/WebMercatorQuad")]
    [InlineData(@"/^\/maps\/[^\/]+\/\d+\/\d+\/\d+.png$/")]
    [InlineData(@"/^\/maps\/[^\/]+\/256\/\d+\/\d+\/\d+.png$/")]
    [InlineData(@"/^\/maps\/[^\/]+\/static\/[^,]+,[^,]+,[^,]+\/.*png$/")]
    [InlineData(@"/^\/maps\/[^\/]+\/static\/[^,]+,[^,]+,[^,]+,[^,]+\/.*png$/")]
    [InlineData("/maps/*/static/auto/*.png")]
    [InlineData("/tiles/*/")]
    [InlineData("/tiles/*/*/*/*.pbf")]
    [InlineData("/tiles/*/tiles.json")]
    [InlineData("/tiles/*/WMTSCapabilities.xml")]
    [InlineData("/tiles/*/tiles")]
    [InlineData("/tiles/*/tileMatrixSet")]
    [InlineData("/tiles/*/tiles/WebMercatorQuad")]
    [InlineData("/fonts/*/*.pbf")]
    [InlineData("/sprites/*/sprite.json")]
    [InlineData("/sprites/*/sprite@2x.png")]
    [InlineData("/ogc/conformance")]
    [InlineData("/conformance")]
    [InlineData("/data/*/features.json")]
    [InlineData("/images/*/image.json")]
    [InlineData("/images/*/*/*/*")]
    [InlineData(@"/^\/geocoding\/[^,.;]+\.json$/")]
    [InlineData(@"/^\/geocoding\/[\d.]+,[\d.]+\.json$/")]
    [InlineData("/geocoding/{found-country}.json")]
    [InlineData("/geocoding/*;*.json")]
    [InlineData("/geolocation/ip.json")]
    [InlineData("/elevation/*.json")]
    [InlineData("/coordinates/search/*.json")]
    [InlineData("/coordinates/transform/*.json")]
    [InlineData("/weather/latest.json")]
    [InlineData("/v1/tiles")]
    [InlineData("/v1/tiles/{*}")]
    [InlineData("/v1/tiles/{*}", "DELETE")]
    [InlineData("/v1/tiles/{*}/change_metadata", "POST")]
    [InlineData("/v1/datasets/ingest", "POST")]
    [InlineData("/v1/datasets/{*}/ingest", "POST")]
    [InlineData("/v1/datasets/ingest/{*}")]
    [InlineData("/v1/datasets/ingest/{*}/process", "POST")]
    [InlineData("/v1/datasets/ingest/{*}/cancel", "POST")]
    [InlineData("/v1/api_keys")]
    [InlineData("/v1/api_keys", "POST")]
    [InlineData("/v1/api_keys/{*}")]
    [InlineData("/v1/api_keys/{*}", "DELETE")]
    [InlineData("/v1/api_keys/{*}/change_settings", "POST")]
    [InlineData("/v1/analytics/api_usage/timeline")]
    [InlineData("/v1/analytics/api_usage/top")]
    public void Every_endpoint_has_a_fact_about_its_success(string path, string method = "GET") =>
        Assert.Contains(AllFacts.List, f => f.Status == 200 && f.Method == method && TextPattern.Fits(path, f.Path.Split('?')[0]));

    [Fact]
    public void The_facts_are_counted_by_source()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(AllFacts.Count(AllFacts.List.ToList()));
        Assert.All(Enum.GetValues<SourceKind>(), kind => Assert.True(AllFacts.List.Count(f => f.Source.Kind == kind) >= 20, $"{kind}"));
        Fact[] two = [new("a", "/") { Source = Source.Guess }, new("b", "/") { Source = Sources.OpenApi }];
        Assert.Equal("2 facts: 1 Document, 0 Capture, 1 Guess", AllFacts.Count(two));
    }

    [Fact]
    public void A_run_with_every_variable_stays_within_the_limit()
    {
        var target = LiveTarget.FromEnvironment(name => name.Split('_')[^1] switch { "ADDRESS" => null, "PLAN" => "paid", _ => "x" })!;
        Assert.InRange(Billing.CostOf(AllFacts.List.Where(f => target.ReasonToSkip(f) is null)), 100, LiveRun.MaxCost - 1);
    }

    [Theory]
    [InlineData("/maps/streets-v4/static/1,2,3/4x5.png", 200, 15)]
    [InlineData("/maps/streets-v4/static/1,2,3/4x0.png", 400, 1)]
    [InlineData("/maps/streets-v4/3/4/2.png", 200, 4)]
    [InlineData("/maps/streets-v4/256/3/4/2@2x.png", 200, 1)]
    [InlineData("/maps/streets-v4/style.json", 200, 0)]
    [InlineData("/maps/streets-v4/256/tiles.json", 200, 0)]
    [InlineData("/tiles/v4/0/0/0.pbf", 200, 1)]
    [InlineData("/tiles/v4/0/0/0.pbf", 304, 1)]
    [InlineData("/tiles/v4/tiles.json", 200, 0)]
    [InlineData("/images/x/0/0/0", 200, 1)]
    [InlineData("/data/x/features.json", 200, 1)]
    [InlineData("/geocoding/a;b.json", 200, 2)]
    [InlineData("/geocoding/a.json", 403, 0)]
    [InlineData("/elevation/1,2;3,4;5,6.json", 200, 3)]
    [InlineData("/coordinates/search/x.json", 200, 1)]
    [InlineData("/v1/tiles", 200, 0)]
    public void A_request_costs_what_the_price_list_says_and_once(string path, int status, int cost)
    {
        var fact = new Fact("a", path) { Status = status, Source = Source.Guess };
        Assert.Equal(cost, Billing.CostOf([fact, fact with { Name = "b" }]));
    }
}
