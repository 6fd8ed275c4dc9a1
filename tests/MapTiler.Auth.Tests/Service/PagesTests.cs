namespace MapTiler.Tests.Service;

public sealed class PagesTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Canceled_list_requests_no_further_page()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"cursor":"next","items":[{"id":"{{Id}}"}]}"""));
        using var services = transport.Services();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var tileset in services.Service().Tilesets.ListAsync(cancellationToken: cancellation.Token))
                await cancellation.CancelAsync();
        });

        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task List_with_repeated_cursor_throws_after_the_items_before_it()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"cursor":"same","items":[{"id":"{{Id}}","token":"t"}]}"""));
        using var services = transport.Services();
        var seen = 0;

        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var key in services.Service().ApiKeys.ListAsync(cancellationToken: Cancel))
                seen++;
        });

        Assert.Equal((2, MapTilerErrorReason.InvalidResponse, "/v1/api_keys"), (seen, error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task List_of_empty_pages_throws_after_eleven_of_them()
    {
        var page = 0;
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"cursor":"{{++page}}","items":[]}"""));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var key in services.Service().ApiKeys.ListAsync(cancellationToken: Cancel))
                Assert.Fail("There are no items.");
        });

        Assert.Equal((11, MapTilerErrorReason.InvalidResponse), (transport.Requests.Count, error.Reason));
    }

    [Fact]
    public async Task List_with_ten_empty_pages_returns_the_items_after_them()
    {
        var page = 0;
        var transport = new ServiceTransport(_ => ServiceTransport.Json(++page <= 10
            ? $$"""{"cursor":"{{page}}","items":[]}"""
            : $$"""{"cursor":null,"items":[{"id":"{{Id}}","token":"t"}]}"""));
        using var services = transport.Services();
        var seen = 0;

        await foreach (var key in services.Service().ApiKeys.ListAsync(cancellationToken: Cancel))
            seen++;

        Assert.Equal(1, seen);
    }
}
