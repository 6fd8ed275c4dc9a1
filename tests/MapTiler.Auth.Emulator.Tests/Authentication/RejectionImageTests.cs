using System.Net;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class RejectionImageTests : EmulatorTest
{
    private const string CustomMap = "0d252733-b45d-4000-8000-0123456789ab";
    private const string NotOnFreePlan = "403 Access to rendered maps not allowed";
    private const string StaticMap = "/maps/streets-v4/static/8.5,47.4,10/300x200";

    [Theory]
    [InlineData(StaticMap + ".png", 300, 200)]
    [InlineData(StaticMap + "@2x.webp", 600, 400)]
    [InlineData("/maps/streets-v4/static/auto/200x150.jpg", 200, 150)]
    [InlineData("/maps/streets-v4/3/4/2.png", 512, 512)]
    [InlineData("/maps/streets-v4/256/3/4/2.jpg", 256, 256)]
    [InlineData("/maps/streets-v4/256/3/4/2@2x.webp", 512, 512)]
    public async Task An_image_endpoint_rejects_an_unknown_key_with_an_image_of_the_reason(string path, int width, int height)
    {
        using var response = await SendAsync(WithKey(path, "nobody"));

        await AssertImageAsync(response, "403 " + InvalidKey, width, height);
        Assert.False(response.Headers.Contains("X-MAPTILER-FREE"));
    }

    [Fact]
    public async Task A_restricted_key_is_rejected_with_an_image_too()
    {
        Emulator.Add(new EmulatedKey("restricted") { UserAgent = "app" });
        using var response = await SendAsync(StaticMap + ".png?key=restricted");
        await AssertImageAsync(response, "403 Key not allowed", 300, 200);
    }

    [Fact]
    public Task Used_up_quota_is_reported_as_plain_text()
    {
        Emulator.Add(new EmulatedKey("greedy") { Status = EmulatedKeyStatus.QuotaExceeded });
        return AssertRejectedAsync(SendAsync(StaticMap + ".png?key=greedy"), HttpStatusCode.TooManyRequests, "Monthly request quota exceeded");
    }

    [Theory]
    [InlineData(StaticMap + ".png", 300, 200)]
    [InlineData(StaticMap + "@2x.jpg", 600, 400)]
    [InlineData($"/maps/{CustomMap}/static/8.5,47.4,10/300x200.png", 300, 200)]
    [InlineData($"/maps/{CustomMap}/3/4/2.png", 512, 512)]
    [InlineData($"/maps/{CustomMap}/256/3/4/2@2x.png", 512, 512)]
    public async Task A_free_plan_has_no_static_maps_and_no_raster_tiles_of_custom_maps(string path, int width, int height)
    {
        Emulator.AddMap(CustomMap);
        Emulator.Add(new EmulatedKey("free") { Plan = EmulatedPlan.Free });

        using var response = await SendAsync(WithKey(path, "free"));

        await AssertImageAsync(response, NotOnFreePlan, width, height);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("X-MAPTILER-FREE")));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(0, Assert.Single(Emulator.Requests).Cost);
    }

    [Theory]
    [InlineData("/maps/streets-v4/256/0/0/0.png")]
    [InlineData($"/maps/{CustomMap}/style.json")]
    public Task A_free_plan_has_built_in_maps_and_every_style(string path)
    {
        Emulator.AddMap(CustomMap);
        Emulator.Add(new EmulatedKey("free") { Plan = EmulatedPlan.Free });
        return AssertStatusAsync(HttpStatusCode.OK, SendAsync(WithKey(path, "free")));
    }

    private static async Task AssertImageAsync(HttpResponseMessage response, string statusText, int width, int height)
    {
        using var image = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("image/png", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(statusText, Assert.Single(response.Headers.GetValues("statustext")));
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.InRange(image.Pixels.Count(p => p.Red < 128), 20, width * height / 4);
    }
}
