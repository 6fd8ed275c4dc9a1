using System.Net;
using MapTiler.AspNetCore.Proxy;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed class FileTypesTests
{
    public static MatrixTheoryData<(string ContentType, string Body), int, string> ExecutableTypes { get; } = new(
        [
            ("text/html", "<script>alert(1)</script>"),
            ("image/svg+xml", "<svg onload='alert(1)'/>"),
            ("text/javascript", "alert(1)"),
            ("", "alert(1)"),
            ("image/png, text/html", "<script>alert(1)</script>"), // browsers use the last one
            ("image/png;text/html,", "<script>alert(1)</script>"),
        ],
        [0, 1_000_000],
        ["maps/streets-v4/1/0/0.png", "maps/streets-v4/style.json", "geocoding/Brno.json"]);

    [Theory]
    [MemberData(nameof(ExecutableTypes))]
    public async Task Content_type_that_a_browser_could_execute_is_a_bad_gateway((string ContentType, string Body) file, int cacheSize, string path)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = file.ContentType.Length == 0 ? null : file.ContentType;
            return context.Response.WriteAsync(file.Body);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);

        using var response = await app.GetAsync("/maptiler/" + path);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.DoesNotContain("alert", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png; x=\"text/html\"", "image/png")]
    [InlineData("image/png;charset=\"utf-7;x\"", "image/png")]
    [InlineData("application/json; charset=utf-8; profile=x", "application/json; charset=utf-8")]
    [InlineData("application/x-protobuf", "application/x-protobuf")]
    [InlineData(null, null)]
    [InlineData("nonsense", null)]
    public void Normalize_removes_parameters_other_than_the_charset(string? contentType, string? expected) => Assert.Equal(expected, FileTypes.Normalize(contentType));
}
