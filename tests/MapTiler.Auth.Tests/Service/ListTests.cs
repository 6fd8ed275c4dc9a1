using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>Lists of the account, page by page, and what stands in them.</summary>
public sealed class ListTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task Tilesets_are_listed_until_there_is_no_cursor(string end)
    {
        var wire = new ServiceWire(request => ServiceWire.Json(request.Uri.Query.Contains("cursor=", StringComparison.Ordinal)
            ? $$"""{"cursor":{{end}},"items":[{"id":"{{Id}}","title":"b"}]}"""
            : $$"""{"cursor":"next","items":[{"id":"{{Id}}","title":"a"},null]}"""));
        using var services = wire.Services();

        var titles = new List<string?>();
        await foreach (var tileset in services.Service().Tilesets.ListAsync(pageSize: 100, Cancel))
            titles.Add(tileset.Title);

        Assert.Equal(["a", "b"], titles);
        Assert.Equal(["GET /v1/tiles?limit=100", "GET /v1/tiles?cursor=next&limit=100"], wire.Requests.Select(r => r.ToString()));
    }

    [Fact]
    public async Task No_page_is_asked_for_after_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"cursor":"next","items":[{"id":"{{Id}}"}]}"""));
        using var services = wire.Services();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var tileset in services.Service().Tilesets.ListAsync(cancellationToken: cancellation.Token))
                await cancellation.CancelAsync();
        });

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task All_metadata_of_a_tileset_are_changed_at_once()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"id":"{{Id}}"}"""));
        using var services = wire.Services();

        await services.Service().Tilesets.UpdateAsync(Id, "trails", "on foot", "me", Cancel);

        Assert.Equal($"POST /v1/tiles/{Id}/change_metadata", wire.Requests[0].ToString());
        Assert.Equal("""{"title":"trails","description":"on foot","attribution":"me"}""", wire.Requests[0].Text);
    }

    [Fact]
    public async Task Nothing_in_a_list_of_the_account_is_null()
    {
        var wire = new ServiceWire(request => ServiceWire.Json(request.Uri.AbsolutePath switch
        {
            "/v1/analytics/api_usage/timeline" => """{"datasets":[null,{"data":[null,{"value":1}]}],"legend":[null,{"label":"a"}]}""",
            "/v1/analytics/api_usage/top" => """{"datasets":[null,{"data":[null,{"value":1}]}],"legend":[null,{"label":"a"}]}""",
            _ => $$"""{"id":"{{Id}}","token":"t","user_agent":"","origins":[null,"example.com"]}""",
        }));
        using var services = wire.Services();
        var service = services.Service();

        var timeline = await service.Analytics.GetTimelineAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, Cancel);
        var top = await service.Analytics.GetTopAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, cancellationToken: Cancel);
        var key = await service.ApiKeys.GetAsync(Id, Cancel);

        Assert.Equal(1, Assert.Single(Assert.Single(timeline.Series).Counts).Value);
        Assert.Equal(1, Assert.Single(Assert.Single(top.Groups).Items).Value);
        Assert.Equal(("a", "a"), (Assert.Single(timeline.Legend).Label, Assert.Single(top.Legend).Label));
        Assert.Equal(["example.com"], key.Origins);
        Assert.Null(key.UserAgent);
    }

    [Fact]
    public async Task A_key_takes_every_domain_and_no_agent_that_no_header_can_hold()
    {
        var longest = string.Join(".", Enumerable.Repeat(new string('a', 49), 5)) + ".abc";
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"id":"{{Id}}","token":"t"}"""));
        using var services = wire.Services();
        var keys = services.Service().ApiKeys;

        await keys.CreateAsync(new() { UserAgent = "~ app", Origins = ["192.168.1.1", "*." + longest[1..]] }, Cancel);

        await Assert.ThrowsAsync<ArgumentException>("settings", () => keys.CreateAsync(new() { UserAgent = "äpp" }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("settings", () => keys.CreateAsync(new() { UserAgent = " " }, Cancel));
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_table_needs_what_its_report_needs()
    {
        var wire = new ServiceWire(_ => Wire.Text("item,count\n", "text/csv"));
        using var services = wire.Services();
        var analytics = services.Service().Analytics;
        var (all, keys, group) = (AnalyticsPeriod.All, AnalyticsClassifier.ApiKeys, AnalyticsGroup.Request);

        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTimelineCsvAsync(all, keys, group, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTopCsvAsync(all, keys, group, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTopAsync(default, keys, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("group", () => analytics.GetTimelineCsvAsync(AnalyticsPeriod.Past30Days, keys, default, Cancel));
        Assert.Empty(wire.Requests);
        using var csv = await analytics.GetTopCsvAsync(AnalyticsPeriod.Past30Days, keys, group, limit: 1, Cancel);

        Assert.Equal("GET /v1/analytics/api_usage/top?period=past_30_days&classifier=api_keys&group=request&format=csv&limit=1", wire.Requests[0].ToString());
    }
}
