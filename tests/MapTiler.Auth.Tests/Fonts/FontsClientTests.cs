using MapTiler.Fonts;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Fonts;

public sealed class FontsClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetGlyphsAsync_with_several_fonts_requests_them_in_one_URL()
    {
        var transport = new StubTransport(_ => StubTransport.Text("glyphs", "application/x-protobuf"));
        using var services = Clients.Services(transport);

        using var glyphs = await services.GetRequiredService<FontsClient>().GetGlyphsAsync("Roboto Medium, Noto Sans Regular", 65280, Cancel);

        Assert.Equal("glyphs"u8.ToArray(), await glyphs.ReadBytesAsync(Cancel));
        Assert.Equal("/fonts/Roboto%20Medium,Noto%20Sans%20Regular/65280-65535.pbf", new Uri(Assert.Single(transport.Uris)).AbsolutePath);
    }

    [Theory]
    [InlineData("Roboto", -256, "start")]
    [InlineData("Roboto", 255, "start")]
    [InlineData("Roboto", 65536, "start")]
    [InlineData("", 0, "fontstack")]
    [InlineData("Roboto,", 0, "fontstack")]
    public async Task GetGlyphsAsync_with_an_invalid_argument_throws_without_a_request(string fontstack, int start, string parameter)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => services.GetRequiredService<FontsClient>().GetGlyphsAsync(fontstack, start, Cancel));

        Assert.Equal(parameter, error.ParamName);
        Assert.Empty(transport.Uris);
    }
}
