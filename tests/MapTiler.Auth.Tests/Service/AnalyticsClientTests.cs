using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class AnalyticsClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timeline_is_read_with_its_legend()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json("""
            {"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","item_id":"tiles","data":[{"date":"2026-01-01","value":5},{"date":"2026-01-02","value":"7"}],"estimated_data":{"date":"2026-02-01","value":900}}],
             "legend":[{"item_id":"tiles","label":"Tiles","description":null}]}
            """));
        using var services = wire.Services();

        var timeline = await services.Service().Analytics.GetTimelineAsync(AnalyticsPeriod.CurrentBillingPeriod, AnalyticsClassifier.Services, Cancel);

        Assert.Equal("GET /v1/analytics/api_usage/timeline?period=current_billing_period&classifier=services", wire.Requests[0].ToString());
        Assert.Equal((new DateTime(2026, 1, 1), new DateTime(2026, 1, 31)), (timeline.Since, timeline.Until));
        var series = Assert.Single(timeline.Series);
        Assert.Equal((AnalyticsGroup.Request, "tiles", 900L), (series.Group, series.ItemId, series.Estimate!.Value));
        Assert.Equal([5L, 7L], series.Counts.Select(count => count.Value));
        Assert.Equal("Tiles", Assert.Single(timeline.Legend).Label);
    }

    [Fact]
    public async Task The_top_is_read_and_CSV_is_a_stream()
    {
        var wire = new ServiceWire(request => request.Uri.Query.Contains("csv", StringComparison.Ordinal)
            ? Wire.Text("item,count\nTiles,5\n", "text/csv")
            : ServiceWire.Json("""{"datasets":[{"group_id":"new_group","data":[{"item_id":7,"value":5}]}]}"""));
        using var services = wire.Services();
        var analytics = services.Service().Analytics;

        var top = await analytics.GetTopAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.ApiKeys, 3, Cancel);
        using var csv = await analytics.GetTopCsvAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, AnalyticsGroup.Session, cancellationToken: Cancel);
        using var timeline = await analytics.GetTimelineCsvAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, AnalyticsGroup.Export, Cancel);

        Assert.Equal(new AnalyticsGroup("new_group"), top.Groups[0].Group);
        Assert.Equal("7", top.Groups[0].Items[0].ItemId);
        Assert.Equal("item,count\nTiles,5\n"u8.ToArray(), await csv.ReadBytesAsync(Cancel));
        Assert.Equal("csv", csv.FileExtension);
        Assert.Equal(
        [
            "GET /v1/analytics/api_usage/top?period=past_30_days&classifier=api_keys&limit=3",
            "GET /v1/analytics/api_usage/top?period=all&classifier=services&group=session&format=csv",
            "GET /v1/analytics/api_usage/timeline?period=all&classifier=services&group=export&format=csv",
        ], wire.Requests.Select(r => r.ToString()));
    }

    [Fact]
    public async Task What_the_service_does_not_count_is_refused_before_any_request()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json("{}"));
        using var services = wire.Services();
        var analytics = services.Service().Analytics;

        foreach (var period in new[] { AnalyticsPeriod.All, AnalyticsPeriod.Past12Months, AnalyticsPeriod.Past12BillingPeriods })
        {
            await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTimelineAsync(period, AnalyticsClassifier.ApiKeys, Cancel));
            await Assert.ThrowsAsync<ArgumentException>("period", () => analytics.GetTopAsync(period, AnalyticsClassifier.ServiceCredentials, cancellationToken: Cancel));
        }

        await Assert.ThrowsAsync<ArgumentException>("classifier", () => analytics.GetTopAsync(AnalyticsPeriod.All, default, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("group", () => analytics.GetTopCsvAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, default, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("limit", () => analytics.GetTopAsync(AnalyticsPeriod.All, AnalyticsClassifier.Services, 0, Cancel));
        Assert.Empty(wire.Requests);
    }
}
