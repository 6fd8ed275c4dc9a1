using System.IO.Compression;
using System.IO.Pipelines;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Proxy;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed class ResponseWriterTests
{
    private const int Size = 1_000_000;

    private static readonly ResponseWriter Writer = new(new CachePolicy(new BrowserMapsOptions(), hasKeyProvider: false), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_to_a_slow_browser_buffers_at_most_128_KB_in_the_server(bool mustDecompress)
    {
        var server = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024));
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(server.Writer.AsStream()));

        var sending = Writer.SendAsync(context, new BufferedResponse { Status = 200, ContentEncoding = mustDecompress ? BufferedResponse.Gzip : null, Body = mustDecompress ? Compress() : new byte[Size] });
        for (var received = 0L; received < Size;)
        {
            var buffered = (await server.Reader.ReadAsync(Cancel)).Buffer;
            Assert.InRange(buffered.Length, 1, 128 * 1024);
            received += buffered.Length;
            server.Reader.AdvanceTo(buffered.End);
        }

        await sending;
    }

    [Fact]
    public async Task SendAsync_with_an_ETag_that_does_not_match_ignores_IfModifiedSince()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfNoneMatch = "\"0\"";
        context.Request.Headers.IfModifiedSince = "Tue, 03 Nov 2026 10:00:00 GMT";

        await Writer.SendAsync(context, new BufferedResponse { Status = 200, ETag = "\"1\"", LastModified = "Mon, 02 Nov 2026 10:00:00 GMT", Body = [] });

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    [Fact]
    public async Task SendAsync_appends_to_the_Vary_header_of_the_application()
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.Vary = "Origin";

        await Writer.SendAsync(context, new BufferedResponse { Status = 200, Vary = "Accept-Encoding", Body = [] });

        Assert.Equal("Origin,Accept-Encoding", context.Response.Headers.Vary.ToString());
    }

    [Theory]
    [InlineData("gzip, br", true)]
    [InlineData("br;q=1.0, *;q=0.5", true)]
    [InlineData("GZIP;q=0.1", true)]
    [InlineData("identity", false)]
    [InlineData("gzip; q=0", false)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("", false)]
    public async Task SendAsync_to_a_browser_that_does_not_accept_gzip_decompresses_the_body(string acceptEncoding, bool isCompressed)
    {
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(new byte[200_000], Cancel);
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.ContentEncoding = "GZip";
            context.Response.Headers.CacheControl = "public, max-age=60";
            context.Response.Headers.ETag = "\"1\"";
            await context.Response.Body.WriteAsync(compressed.ToArray());
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        using var response = await app.GetAsync("/maptiler/tiles/v3/0/0/0.pbf", ("Accept-Encoding", acceptEncoding));

        Assert.Equal(isCompressed ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
        Assert.Equal(isCompressed ? "\"1\"" : "W/\"1\"", response.Headers.ETag!.ToString());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(isCompressed ? compressed.ToArray() : new byte[200_000], await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("If-None-Match", "\"1\"", 304)]
    [InlineData("If-None-Match", "W/\"1\"", 304)]
    [InlineData("If-None-Match", "\"0\", \"1\"", 304)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "\"2\"", 200)]
    [InlineData("If-Modified-Since", "Tue, 03 Nov 2026 10:00:00 GMT", 304)]
    [InlineData("If-Modified-Since", "Sun, 01 Nov 2026 10:00:00 GMT", 200)]
    [InlineData("If-Modified-Since", "nonsense", 200)]
    public async Task SendAsync_of_a_conditional_request_returns_304_if_the_browser_has_the_current_version(string name, string value, int status)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Mon, 02 Nov 2026 10:00:00 GMT";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);
        await app.GetStringAsync("/maptiler/maps/streets-v4/1/0/0.png");

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/1/0/0.png", (name, value));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag!.Tag);
        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData("/maptiler/tiles/v3/0/0/0.pbf")]
    [InlineData("/maptiler/maps/streets-v4/style.json")]
    public async Task SendAsync_of_a_document_or_a_file_sets_nosniff(string path)
    {
        await using var upstream = await LoopbackServer.StartAsync("{}");
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        using var response = await app.GetAsync(path);

        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    private static byte[] Compress()
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(new byte[Size]);
        return compressed.ToArray();
    }
}
