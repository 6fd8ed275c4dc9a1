using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.AspNetCore.Tests;

public sealed class AnswerWriterTests
{
    private const int Size = 1_000_000;

    private static readonly AnswerWriter Writer = new(new CachePolicy(new BrowserMapsOptions(), hasOwnKeys: false), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_server_never_holds_more_than_a_little_for_a_slow_browser(bool unpacks)
    {
        var server = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024));
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(server.Writer.AsStream()));

        var sending = Writer.SendAsync(context, new Answer { Status = 200, ContentEncoding = unpacks ? Answer.Gzip : null, Body = unpacks ? Packed() : new byte[Size] });
        for (var taken = 0L; taken < Size;)
        {
            var held = (await server.Reader.ReadAsync(Cancel)).Buffer;
            Assert.InRange(held.Length, 1, 128 * 1024);
            taken += held.Length;
            server.Reader.AdvanceTo(held.End);
        }

        await sending;
    }

    [Fact]
    public async Task A_browser_that_knows_another_version_gets_this_one_whenever_it_got_that()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfNoneMatch = "\"0\"";
        context.Request.Headers.IfModifiedSince = "Tue, 03 Nov 2026 10:00:00 GMT";

        await Writer.SendAsync(context, new Answer { Status = 200, ETag = "\"1\"", LastModified = "Mon, 02 Nov 2026 10:00:00 GMT", Body = [] });

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    [Fact]
    public async Task On_what_the_application_depends_is_told_too()
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.Vary = "Origin";

        await Writer.SendAsync(context, new Answer { Status = 200, Vary = "Accept-Encoding", Body = [] });

        Assert.Equal("Origin,Accept-Encoding", context.Response.Headers.Vary.ToString());
    }

    private static byte[] Packed()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(new byte[Size]);
        return packed.ToArray();
    }
}
