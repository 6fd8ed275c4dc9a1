using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class AnalyticsServiceTests : ServiceTest
{
    private readonly SignalingTimeProvider _time;

    public AnalyticsServiceTests()
        : this(new())
    {
    }

    private AnalyticsServiceTests(SignalingTimeProvider time)
        : base(new() { TimeProvider = time }) => _time = time;

    [Theory]
    [InlineData("current_billing_period", "2026-01-01", "2026-01-02", 2)]
    [InlineData("last_billing_period", "2025-12-01", "2025-12-31", 31)]
    [InlineData("past_30_days", "2025-12-04", "2026-01-02", 30)]
    [InlineData("past_90_days", "2025-10-05", "2026-01-02", 90)]
    [InlineData("past_12_billing_periods", "2025-02-01", "2026-01-02", 12)]
    [InlineData("past_12_months", "2025-02-01", "2026-01-02", 12)]
    [InlineData("all", "2025-12-01", "2026-01-02", 2)]
    public async Task Period_has_a_value_for_each_day_or_month(string period, string since, string until, int steps)
    {
        var now = _time.GetUtcNow();
        _time.AdjustTime(new DateTimeOffset(2025, 12, 31, 23, 59, 0, TimeSpan.Zero));
        await GetTextAsync("/geocoding/Praha;Brno.json");
        _time.AdjustTime(now);
        await GetTextAsync("/geocoding/Praha.json");

        var report = await GetServiceAsync($"analytics/api_usage/timeline?period={period}&classifier=services");

        Assert.Equal((since, until), (Text(report, "since"), Text(report, "until")));
        var series = Assert.Single(report.GetProperty("datasets").EnumerateArray());
        Assert.Equal(("request", "geocoding"), (Text(series, "group_id"), Text(series, "item_id")));
        Assert.Equal(steps, series.GetProperty("data").GetArrayLength());
        var expected = period switch { "current_billing_period" => 1, "last_billing_period" => 2, _ => 3 };
        Assert.Equal(expected, series.GetProperty("data").EnumerateArray().Sum(d => d.GetProperty("value").GetInt32()));
        var legend = Assert.Single(report.GetProperty("legend").EnumerateArray());
        Assert.Equal(("geocoding", "Geocoding"), (Text(legend, "item_id"), Text(legend, "label")));
        Assert.Equal(JsonValueKind.Null, legend.GetProperty("description").ValueKind);
    }

    [Fact]
    public async Task Value_has_the_date_of_the_request()
    {
        await GetTextAsync("/geocoding/Praha;Brno.json");
        _time.Advance(TimeSpan.FromDays(1));
        await GetTextAsync("/geocoding/Praha.json");

        var report = await GetServiceAsync("analytics/api_usage/timeline?period=current_billing_period&classifier=services");

        var data = report.GetProperty("datasets")[0].GetProperty("data").EnumerateArray();
        Assert.Equal([("2026-01-01", 0), ("2026-01-02", 2), ("2026-01-03", 1)], data.Select(d => (Text(d, "date"), d.GetProperty("value").GetInt32())));
    }

    [Fact]
    public async Task Usage_is_grouped_by_service_with_its_cost()
    {
        Emulator.AddDataset("stops", "{}");
        foreach (var path in (string[])
            ["/tiles/v3/0/0/0.pbf", "/maps/streets-v4/0/0/0.png", "/maps/streets-v4/256/0/0/0.png", "/maps/streets-v4/static/0,0,1/9x9.png",
            "/data/stops/features.json", "/elevation/1,2.json", "/coordinates/transform/1,2.json", "/geocoding/a;b.json", "/maps/streets-v4/style.json"])
        {
            await GetTextAsync(path);
        }

        Assert.Equal(
            [
                ("static_maps", 15), ("rendered_maps_512", 4), ("geocoding", 2), ("coordinates", 1), ("datasets", 1), ("elevation", 1),
                ("rendered_maps_256", 1), ("tiles", 1),
            ],
            await TopAsync("services"));
    }

    [Fact]
    public async Task Usage_is_grouped_by_key_with_its_name()
    {
        var (one, other) = (Emulator.AddKey("app"), Emulator.AddKey("app"));
        await SendAllAsync(WithKey("/geocoding/a.json", one.Key), WithKey("/geocoding/a;b.json", other.Key));
        await PostAsync($"api_keys/{one.Id}/change_settings", """{"name":"renamed","description":"d"}""");
        Emulator.RemoveKey(other.Key);

        Assert.Equal([(other.Id.ToString(), 2), (one.Id.ToString(), 1)], await TopAsync("api_keys"));
        var report = await GetServiceAsync("analytics/api_usage/top?period=past_30_days&classifier=api_keys");
        Assert.Equal(
            [("app", null), ("renamed", "d")],
            report.GetProperty("legend").EnumerateArray().Select(i => (Text(i, "label"), Text(i, "description"))));
    }

    [Fact]
    public async Task Usage_of_signed_requests_is_grouped_by_credential()
    {
        await SendAllAsync("/geocoding/a.json");
        using var response = await Client.GetAsync(Signing.Sign($"{Emulator.BaseAddress}geocoding/a;b.json", Emulator.ServiceToken), Cancellation);

        Assert.Equal(2, Assert.Single(await TopAsync("service_credentials")).Value);
        Assert.Equal(1, Assert.Single(await TopAsync("api_keys")).Value);
    }

    [Fact]
    public async Task Session_counts_once_regardless_of_its_requests()
    {
        await SendAllAsync("/geocoding/a.json?mtsid=1", "/geocoding/b.json?mtsid=1", "/geocoding/b.json?mtsid=2", "/geocoding/c.json");

        var report = await GetServiceAsync("analytics/api_usage/top?period=past_30_days&classifier=services");

        Assert.Equal(
            [("session", 2), ("request", 1)],
            report.GetProperty("datasets").EnumerateArray().Select(d => (Text(d, "group_id"), d.GetProperty("data")[0].GetProperty("value").GetInt32())));
    }

    [Fact]
    public async Task Failed_and_free_requests_do_not_count()
    {
        await SendAllAsync("/geocoding/a.json?limit=0", "/tiles/v3/tiles.json", "/geolocation/ip.json");
        using var rejected = await SendAsync("/geocoding/a.json");
        Assert.Empty(await TopAsync("services"));
    }

    [Fact]
    public async Task Top_is_limited_to_ten_or_the_requested_number()
    {
        for (var i = 0; i < 12; i++)
            await SendAllAsync(WithKey("/geocoding/a.json", Emulator.AddKey($"key {i}").Key));

        Assert.Equal(10, (await TopAsync("api_keys")).Count);
        Assert.Equal(3, (await TopAsync("api_keys", "&limit=3")).Count);
        Assert.Equal(12, (await TopAsync("api_keys", "&limit=50")).Count);
    }

    [Theory]
    [InlineData("timeline?period=current_billing_period&classifier=services&format=csv&group=request",
        "timeline_services_request_2026-01-01_2026-01-02.csv", "date,item,count\n2026-01-01,Geocoding,0\n2026-01-02,Geocoding,1\n")]
    [InlineData("timeline?period=current_billing_period&classifier=api_keys&format=csv&group=request",
        "timeline_api_keys_request_2026-01-01_2026-01-02.csv",
        "date,item,count\n2026-01-01,\"a, \"\"b\"\"\",0\n2026-01-02,\"a, \"\"b\"\"\",1\n")]
    [InlineData("top?period=past_30_days&classifier=services&format=csv&group=request",
        "top10_services_request_2025-12-04_2026-01-02.csv", "item,count\nGeocoding,1\n")]
    [InlineData("top?period=past_30_days&classifier=services&format=csv&group=export&limit=2",
        "top2_services_export_2025-12-04_2026-01-02.csv", "item,count\n")]
    public async Task Csv_file_has_labels_and_a_file_name(string query, string fileName, string content)
    {
        await SendAllAsync(WithKey("/geocoding/a.json", Emulator.AddKey("a, \"b\"").Key));

        using var response = await CallAsync(HttpMethod.Get, $"analytics/api_usage/{query}");

        Assert.Equal(content, await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(fileName, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData("period=past_30_days", "invalid_parameter")]
    [InlineData("classifier=services", "invalid_parameter")]
    [InlineData("period=past_30_days&classifier=keys", "invalid_parameter")]
    [InlineData("period=yesterday&classifier=services", "period_not_found")]
    [InlineData("period=&classifier=services", "period_not_found")]
    [InlineData("period=all&classifier=api_keys", "period_not_found")]
    [InlineData("period=past_12_months&classifier=api_keys", "period_not_found")]
    [InlineData("period=past_12_billing_periods&classifier=service_credentials", "period_not_found")]
    [InlineData("period=past_30_days&classifier=services&format=csv", "invalid_parameter")]
    [InlineData("period=past_30_days&classifier=services&format=csv&group=requests", "invalid_parameter")]
    [InlineData("period=past_30_days&classifier=services&format=xml", "invalid_parameter")]
    [InlineData("period=past_30_days&period=all&classifier=services", "invalid_parameter")]
    public async Task Undocumented_combinations_are_rejected(string query, string type)
    {
        await AssertErrorAsync(400, type, CallAsync(HttpMethod.Get, $"analytics/api_usage/timeline?{query}"));
        await AssertErrorAsync(400, type, CallAsync(HttpMethod.Get, $"analytics/api_usage/top?{query}"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public Task Limit_that_is_not_positive_is_rejected(string limit) =>
        AssertErrorAsync(
            400, "invalid_parameter", CallAsync(HttpMethod.Get, $"analytics/api_usage/top?period=all&classifier=services&limit={limit}"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<List<(string Item, int Value)>> TopAsync(string classifier, string rest = "")
    {
        var report = await GetServiceAsync($"analytics/api_usage/top?period=past_30_days&classifier={classifier}{rest}");
        return [.. report.GetProperty("datasets").EnumerateArray()
            .SelectMany(d => d.GetProperty("data").EnumerateArray())
            .Select(d => (Text(d, "item_id")!, d.GetProperty("value").GetInt32()))];
    }

    private async Task SendAllAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            using var response = await (path.Contains("key=") ? SendAsync(path) : SendWithKeyAsync(path));
        }
    }
}
