using MapTiler.StaticMaps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.StaticMaps;

public sealed class StaticMapsClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_releases_the_connection_before_it_returns()
    {
        var body = new ClosingStream();
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("image/png") } } }));

        using var image = await services.GetRequiredService<StaticMapsClient>().GetAsync("m", new BoundingBox(0, 0, 1, 1), cancellationToken: Cancel);

        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task SaveAsync_writes_the_image_to_a_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("image/png") } } }));
            using var image = await services.GetRequiredService<StaticMapsClient>().GetAsync("m", new MapView(default, 1), cancellationToken: Cancel);

            await image.SaveAsync(path, Cancel);

            Assert.Equal("010203", Convert.ToHexString(await File.ReadAllBytesAsync(path, Cancel)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void StaticMapImage_without_content_throws() => Assert.Throws<ArgumentNullException>("content", () => new StaticMapImage(null!, []));

    private sealed class ClosingStream() : MemoryStream([1, 2, 3])
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
