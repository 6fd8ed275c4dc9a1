using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class TilesetsClientTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task ListAsync_reads_pages_until_the_cursor_is_null_or_empty(string end)
    {
        var transport = new ServiceTransport(request => ServiceTransport.Json(request.Uri.Query.Contains("cursor=", StringComparison.Ordinal)
            ? $$"""{"cursor":{{end}},"items":[{"id":"{{Id}}","title":"b"}]}"""
            : $$"""{"cursor":"next","items":[{"id":"{{Id}}","title":"a"}]}"""));
        using var services = transport.Services();

        var titles = new List<string?>();
        await foreach (var tileset in services.Service().Tilesets.ListAsync(pageSize: 100, Cancel))
            titles.Add(tileset.Title);

        Assert.Equal(["a", "b"], titles);
        Assert.Equal(["GET /v1/tiles?limit=100", "GET /v1/tiles?cursor=next&limit=100"], transport.Requests.Select(r => r.ToString()));
    }

    [Fact]
    public async Task UpdateAsync_sends_all_metadata()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}"}"""));
        using var services = transport.Services();

        await services.Service().Tilesets.UpdateAsync(Id, new() { Title = "trails", Description = "on foot", Attribution = "me" }, Cancel);

        Assert.Equal($"POST /v1/tiles/{Id}/change_metadata", transport.Requests[0].ToString());
        Assert.Equal("""{"title":"trails","description":"on foot","attribution":"me"}""", transport.Requests[0].Text);
    }

    [Fact]
    public async Task UpdateAsync_with_the_metadata_of_a_tileset_sends_what_was_not_changed()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}"}"""));
        using var services = transport.Services();
        var metadata = new Tileset { Id = Id, Title = "trails", Attribution = "me" }.ToMetadata();

        metadata.Attribution = null;
        await services.Service().Tilesets.UpdateAsync(Id, metadata, Cancel);

        Assert.Equal("""{"title":"trails","description":"","attribution":null}""", transport.Requests[0].Text);
    }
}
