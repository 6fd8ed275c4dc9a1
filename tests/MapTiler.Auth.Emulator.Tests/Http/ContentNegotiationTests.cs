using System.Net;
using System.Net.Http.Headers;

namespace MapTiler.Emulator.Tests;

public sealed class ContentNegotiationTests : EmulatorTest
{
    [Fact]
    public async Task Request_with_the_current_etag_returns_304()
    {
        using var first = await SendWithKeyAsync("/tiles/v3/0/0/0.pbf");
        var request = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        request.Headers.IfNoneMatch.Add(Assert.IsType<EntityTagHeaderValue>(first.Headers.ETag));
        using var second = await Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
