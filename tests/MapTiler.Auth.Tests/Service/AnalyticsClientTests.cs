using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class AnalyticsClientTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetTimelineAsync_returns_series_with_the_labels_of_the_legend()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json("""
            {"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","item_id":"tiles","data":[{"date":"2026-01-01","value":5},{"date":"2026-01-02","value":"7"}],"estimated_data":{"date":"2026-02-01","value":900}}],
             "legend":[{"item_id":"tiles","label":"Tiles","description":null}]}
            """));
        using var services = transport.Services();

        var timeline = await services.Service().Analytics.GetTimelineAsync(AnalyticsPeriod.CurrentBillingPeriod, AnalyticsClassifier.Services, Cancel);

        Assert.Equal("GET /v1/analytics/api_usage/timeline?period=current_billing_period&classifier=services", transport.Requests[0].ToString());
        Assert.Equal((new DateTime(2026, 1, 1), new DateTime(2026, 1, 31)), (timeline.Since, timeline.Until));
        var series = Assert.Single(timeline.Series);
        Assert.Equal((AnalyticsGroup.Request, "tiles", "Tiles", 900L), (series.Group, series.ItemId, series.Label, series.Estimate!.Value));
        Assert.Equal([5L, 7L], series.Counts.Select(count => count.Value));
    }

    [Fact]
    public async Task GetTopAsync_returns_items_with_their_labels_and_the_CSV_methods_return_streams()
    {
        var transport = new ServiceTransport(request => request.Uri.Query.Contains("csv", StringComparison.Ordinal)
            ? StubTransport.Text("item,count\nTiles,5\n", "text/csv")
            : ServiceTransport.Json("""{"datasets":[{"group_id":"new_group","data":[{"item_id":7,"value":5}]}],"legend":[{"item_id":"7","label":"Seven","description":"d"}]}"""));
        using var services = transport.Services();
        var analytics = services.Service().Analytics;

        var top = await analytics.GetTopAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.ApiKeys, 3, Cancel);
        using var csv = await analytics.GetTopCsvAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, AnalyticsGroup.Session, cancellationToken: Cancel);
        using var timeline = await analytics.GetTimelineCsvAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, AnalyticsGroup.Export, Cancel);

        var item = Assert.Single(top.Items);
        Assert.Equal((new AnalyticsGroup("new_group"), "7", "Seven", "d", 5L), (item.Group, item.ItemId, item.Label, item.Description, item.Value));
        Assert.Equal("item,count\nTiles,5\n"u8.ToArray(), await csv.ReadBytesAsync(Cancel));
        Assert.Equal("csv", csv.FileExtension);
        Assert.Equal(
        [
            "GET /v1/analytics/api_usage/top?period=past_30_days&classifier=api_keys&limit=3",
            "GET /v1/analytics/api_usage/top?period=all&classifier=services&group=session&format=csv",
            "GET /v1/analytics/api_usage/timeline?period=all&classifier=services&group=export&format=csv",
        ], transport.Requests.Select(r => r.ToString()));
    }

    [Theory]
    [InlineData(AnalyticsPeriod.All)]
    [InlineData(AnalyticsPeriod.Past12Months)]
    [InlineData(AnalyticsPeriod.Past12BillingPeriods)]
    public async Task Classifier_without_monthly_counts_throws_before_any_request(AnalyticsPeriod monthly)
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json("{}"));
        using var services = transport.Services();
        var analytics = services.Service().Analytics;

        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTimelineAsync(monthly, AnalyticsClassifier.ApiKeys, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTopAsync(monthly, AnalyticsClassifier.ServiceCredentials, cancellationToken: Cancel));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Undefined_or_out_of_range_arguments_throw_before_any_request()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json("{}"));
        using var services = transport.Services();
        var analytics = services.Service().Analytics;

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("classifier", () => analytics.GetTopAsync(AnalyticsPeriod.All, (AnalyticsClassifier)3, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("group", () => analytics.GetTopCsvAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, default, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("limit", () => analytics.GetTopAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, 0, Cancel));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task CSV_methods_validate_like_the_others_and_send_the_limit()
    {
        var transport = new ServiceTransport(_ => StubTransport.Text("item,count\n", "text/csv"));
        using var services = transport.Services();
        var analytics = services.Service().Analytics;
        var (all, keys, group) = (AnalyticsPeriod.All, AnalyticsClassifier.ApiKeys, AnalyticsGroup.Request);

        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTimelineCsvAsync(all, keys, group, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTopCsvAsync(all, keys, group, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("period", () => analytics.GetTopAsync((AnalyticsPeriod)7, keys, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("group", () => analytics.GetTimelineCsvAsync(AnalyticsPeriod.Past30Days, keys, default, Cancel));
        Assert.Empty(transport.Requests);
        using var csv = await analytics.GetTopCsvAsync(AnalyticsPeriod.Past30Days, keys, group, limit: 1, Cancel);

        Assert.Equal("GET /v1/analytics/api_usage/top?period=past_30_days&classifier=api_keys&group=request&format=csv&limit=1", transport.Requests[0].ToString());
    }

    [Fact]
    public async Task Lists_in_responses_contain_no_null()
    {
        var transport = new ServiceTransport(request => ServiceTransport.Json(request.Uri.AbsolutePath switch
        {
            "/v1/analytics/api_usage/timeline" => """{"datasets":[{"item_id":"i","data":[null,{"item_id":"i","value":1}]}],"legend":[null,{"item_id":"i","label":"a"}]}""",
            "/v1/analytics/api_usage/top" => """{"datasets":[{"item_id":"i","data":[null,{"item_id":"i","value":1}]}],"legend":[null,{"item_id":"i","label":"a"}]}""",
            _ => $$"""{"id":"{{Id}}","token":"t","user_agent":"","origins":["example.com"]}""",
        }));
        using var services = transport.Services();
        var service = services.Service();

        var timeline = await service.Analytics.GetTimelineAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, Cancel);
        var top = await service.Analytics.GetTopAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, cancellationToken: Cancel);
        var key = await service.ApiKeys.GetAsync(Id, Cancel);

        var series = Assert.Single(timeline.Series);
        Assert.Equal(("a", 1), (series.Label, Assert.Single(series.Counts).Value));
        var item = Assert.Single(top.Items);
        Assert.Equal(("a", 1), (item.Label, item.Value));
        Assert.Equal(["example.com"], key.Origins);
        Assert.Null(key.UserAgent);
    }
}
