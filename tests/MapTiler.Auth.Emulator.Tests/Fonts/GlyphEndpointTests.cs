namespace MapTiler.Emulator.Tests;

public sealed class GlyphEndpointTests : EmulatorTest
{
    [Theory]
    [InlineData(0, 180)]
    [InlineData(256, 250)]
    [InlineData(768, 100)]
    [InlineData(1024, 250)]
    [InlineData(7680, 100)]
    [InlineData(8192, 40)]
    public async Task Glyphs_for_maps_exist(int start, int atLeast)
    {
        foreach (var font in (string[])["Noto Sans Regular", "Roboto Medium,Noto Sans Regular", "Open Sans Italic"])
        {
            var glyphs = await ReadAsync(font, start);
            Assert.InRange(glyphs.Count, atLeast, 256);
            Assert.All(glyphs, g =>
            {
                Assert.InRange(g.Id, start, start + 255);
                Assert.Equal(g.Width * g.Height == 0 ? 0 : (g.Width + 6) * (g.Height + 6), g.Bitmap.Length);
            });
        }
    }

    [Fact]
    public async Task Ranges_without_glyphs_are_valid()
    {
        Assert.Empty(await ReadAsync("Noto Sans Regular", 19968));
        Assert.Empty(await ReadAsync("Noto Sans Regular", 55296));
    }

    [Fact]
    public async Task A_glyph_is_a_distance_field_with_its_outline_at_three_quarters()
    {
        var bar = (await ReadAsync("Noto Sans Bold", 0)).Single(g => g.Id == '|');
        var width = bar.Width + 6;
        var row = bar.Bitmap.AsSpan((bar.Height + 6) / 2 * width, width).ToArray();

        // From the left: rising by 1/8 of 255 a pixel, over 192 inside, falling again.
        Assert.Equal(32, row[1] - row[0], 1.0);
        Assert.InRange(row.Max(), 193, 255);
        Assert.Equal(row, row.Reverse().ToArray(), (a, b) => Math.Abs(a - b) < 32);
        Assert.True(row[2] < 191 && row[^3] < 191);
    }

    [Fact]
    public async Task Letters_have_the_same_baseline()
    {
        var glyphs = await ReadAsync("Noto Sans Regular", 0);
        var (capital, small, deep) = (glyphs.Single(g => g.Id == 'H'), glyphs.Single(g => g.Id == 'x'), glyphs.Single(g => g.Id == 'p'));

        Assert.Equal(capital.Top - capital.Height, small.Top - small.Height);
        Assert.True(deep.Top - deep.Height < small.Top - small.Height);
        // What fontnik gives for a font with these measures, and what renderers count on.
        Assert.Equal(-8, capital.Top);
        Assert.Equal(6, glyphs.Single(g => g.Id == ' ').Advance);
    }

    [Fact]
    public async Task Glyphs_have_the_fontstack_and_range_of_the_request()
    {
        var stack = Assert.Single(VectorTileReader.Fields(await GetBytesAsync("/fonts/Roboto%20Medium,Noto%20Sans%20Regular/256-511.pbf")));
        var fields = VectorTileReader.Fields(stack.Bytes);
        Assert.Equal(["Roboto Medium,Noto Sans Regular", "256-511"], fields.Take(2).Select(VectorTileReader.Text));
    }

    [Fact]
    public async Task First_range_has_a_space()
    {
        var stack = Assert.Single(VectorTileReader.Fields(await GetBytesAsync("/fonts/Noto%20Sans/0-255.pbf")));
        var glyph = VectorTileReader.Fields(VectorTileReader.Fields(stack.Bytes)[2].Bytes);
        Assert.Equal((ulong)' ', glyph[0].Value);
    }

    private async Task<List<Glyph>> ReadAsync(string font, int start)
    {
        var stack = Assert.Single(VectorTileReader.Fields(await GetBytesAsync($"/fonts/{Uri.EscapeDataString(font)}/{start}-{start + 255}.pbf")));
        var fields = VectorTileReader.Fields(stack.Bytes);
        Assert.Equal(font, VectorTileReader.Text(fields[0]));
        return [.. fields.Where(f => f.Number == 3).Select(f => Read(VectorTileReader.Fields(f.Bytes)))];
    }

    private static Glyph Read(List<(int Number, byte[] Bytes, ulong Value)> fields)
    {
        return new((int)Value(1), fields.FirstOrDefault(f => f.Number == 2).Bytes ?? [], (int)Value(3), (int)Value(4), Signed(Value(6)), (int)Value(7));

        ulong Value(int number) => fields.First(f => f.Number == number).Value;

        static int Signed(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);
    }

    private sealed record Glyph(int Id, byte[] Bitmap, int Width, int Height, int Top, int Advance);
}
