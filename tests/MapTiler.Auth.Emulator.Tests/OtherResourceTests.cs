using System.Net;
using System.Net.Http.Headers;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class OtherResourceTests : EmulatorTest
{
    [Fact]
    public async Task Glyphs_name_their_font_and_range()
    {
        var stack = Assert.Single(VectorTileReader.Fields(await GetBytesAsync("/fonts/Roboto%20Medium,Noto%20Sans%20Regular/256-511.pbf")));
        var fields = VectorTileReader.Fields(stack.Bytes);
        Assert.Equal(["Roboto Medium,Noto Sans Regular", "256-511"], fields.Take(2).Select(VectorTileReader.Text));
    }

    [Fact]
    public async Task The_first_range_has_a_space()
    {
        var stack = Assert.Single(VectorTileReader.Fields(await GetBytesAsync("/fonts/Noto%20Sans/0-255.pbf")));
        var glyph = VectorTileReader.Fields(VectorTileReader.Fields(stack.Bytes)[2].Bytes);
        Assert.Equal((ulong)' ', glyph[0].Value);
    }

    [Fact]
    public async Task An_image_tells_its_pyramid()
    {
        Emulator.Add(new EmulatedImage("plan", 5120, 3000) { Description = "A plan", Attribution = "me" });
        var image = await GetJsonAsync("/images/plan/image.json");

        Assert.Equal(("plan", "A plan", "me"), (
            image.GetProperty("id").GetString(), image.GetProperty("description").GetString(), image.GetProperty("attribution").GetString()));
        Assert.Equal((5120, 3000, 0, 4, 512), (
            image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), image.GetProperty("minzoom").GetInt32(),
            image.GetProperty("maxzoom").GetInt32(), image.GetProperty("tileSize").GetInt32()));
    }

    [Fact]
    public async Task An_images_tiles_are_drawn_or_added()
    {
        var image = new EmulatedImage("plan", 1000, 500) { TileSize = 256 };
        image.AddTile(2, 1, 1, [7]);
        Emulator.Add(image);

        using var whole = TestImages.Decode(await GetBytesAsync("/images/plan/0/0/0"), SKEncodedImageFormat.Png);
        Assert.Equal((256, 0), (whole.Width, whole.GetPixel(100, 200).Alpha));
        Assert.Equal(255, whole.GetPixel(100, 100).Alpha);
        Assert.Equal([7], await GetBytesAsync("/images/plan/2/1/1"));
        await AssertStatusAsync(HttpStatusCode.NoContent, SendWithKeyAsync("/images/plan/2/0/2"));
    }

    [Fact]
    public async Task A_dataset_is_answered_as_it_was_given()
    {
        const string GeoJson = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Žižkov"},"geometry":null}]}""";
        Emulator.AddDataset("11111111-2222-4333-8444-555555555555", GeoJson);
        Assert.Equal(GeoJson, await GetTextAsync("/data/11111111-2222-4333-8444-555555555555/features.json"));
    }

    [Fact]
    public async Task A_large_dataset_is_read_while_it_is_sent()
    {
        const long Length = 300L << 20;
        var dataset = new EndlessStream(Length);
        Emulator.AddDataset("large", () => dataset);
        using var response = await SendWithKeyAsync("/data/large/features.json");
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var buffer = new byte[1 << 20];
        var total = 0L;
        var ahead = 0L;
        for (int read; (read = await body.ReadAsync(buffer, Cancellation)) > 0;)
        {
            total += read;
            ahead = Math.Max(ahead, dataset.ReadSoFar - total);
        }

        Assert.Equal(Length, total);
        Assert.InRange(ahead, 0, 50L << 20);
        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Equal((200, 1), (Assert.Single(Emulator.Requests).StatusCode, Assert.Single(Emulator.Requests).Cost));
    }

    [Fact]
    public async Task A_streamed_body_can_be_cut_off()
    {
        Emulator.AddDataset("large", () => new EndlessStream(1 << 20));
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Truncated, SentBytes = 1000 });
        using var response = await SendWithKeyAsync("/data/large/features.json");
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
            await body.CopyToAsync(Stream.Null, Cancellation);
        });
    }

    [Fact]
    public async Task Who_has_an_answer_is_not_sent_it_again()
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
