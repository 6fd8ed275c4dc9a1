using MapTiler.Tests;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

/// <summary>
/// TestImages against those that a person has looked at and found right. What differs is kept in <c>artifacts/images</c>; with the
/// environment variable <c>REVIEW_IMAGES</c> set the new images take the place of the old ones, to be looked at.
/// </summary>
public sealed class ReviewedImageTests : EmulatorTest
{
    // Letters come out a little different on every system.
    private const int NoticeableDifference = 40;
    private const double MaxShareOfNoticeable = 0.02;

    private const string Overlays =
        "path=fill:rgba(230,60,40,0.35)|stroke:%23c0392b|width:3|5,44|13,43|17,48|9,51|5,44"
        + "&path=fill:none|stroke:blue|width:4|enc:_seiHcntMfdnBuxyDkqiAggnBf~n@g}xA"
        + "&markers=2.35,48.86,red|16.37,48.21,%23080&markers=icon:https://example.com/pin.png|anchor:center|12.5,41.9";

    [Theory]
    [InlineData("tile-0", "/maps/streets-v4/0/0/0.png")]
    [InlineData("tile-europe", "/maps/base-v4/3/4/2.png")]
    [InlineData("tile-europe-small", "/maps/outdoor-v4/256/4/8/5.png")]
    [InlineData("tile-dark", "/maps/streets-v4-dark/4/4/6.png")]
    [InlineData("tile-hybrid", "/maps/hybrid-v4/2/2/1.png")]
    [InlineData("tile-fiji", "/maps/toner-v2/5/31/17.png")]
    [InlineData("static", "/maps/streets-v4/static/auto/480x320.png?" + Overlays)]
    [InlineData("static@2x", "/maps/streets-v4/static/auto/480x320@2x.png?" + Overlays)]
    [InlineData("static-bounds-dark", "/maps/dataviz-v4-dark/static/110,-48,180,-8/400x300.png?padding=0&attribution=topleft")]
    [InlineData("static-antimeridian", "/maps/satellite-v4/static/180,60,1.5/500x300.png?shortest=true&path=fill:none|stroke:yellow|width:3|150,55|-150,62&markers=180,66,orange")]
    public async Task Image_equals_the_reviewed_one(string name, string pathAndQuery)
    {
        var content = await GetBytesAsync(pathAndQuery.Replace("|", "%7C", StringComparison.Ordinal));
        var reviewed = Path.Combine(Repository.Root, "tests", "MapTiler.Auth.Emulator.Tests", "ReviewedImages", name + ".png");
        if (Environment.GetEnvironmentVariable("REVIEW_IMAGES") is { Length: > 0 })
            await File.WriteAllBytesAsync(reviewed, content, Cancellation);

        using var expected = TestImages.Decode(await File.ReadAllBytesAsync(reviewed, Cancellation), SKEncodedImageFormat.Png);
        using var actual = TestImages.Decode(content, SKEncodedImageFormat.Png);
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        var noticeable = expected.Pixels.Zip(actual.Pixels).Count(p => Difference(p.First, p.Second) > NoticeableDifference);
        var share = noticeable / (double)(expected.Width * expected.Height);
        if (share > MaxShareOfNoticeable)
            Assert.Fail($"{share:P1} of {name} differ. It is now {await KeepAsync(name, content)}.");
    }

    private static int Difference(SKColor a, SKColor b) =>
        Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));

    private static async Task<string> KeepAsync(string name, byte[] content)
    {
        var path = Artifacts.PathOf("images", name + ".png");
        await File.WriteAllBytesAsync(path, content, Cancellation);
        return path;
    }
}
