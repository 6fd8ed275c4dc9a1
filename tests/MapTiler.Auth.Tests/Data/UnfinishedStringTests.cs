using System.Text;
using System.Text.Json;
using MapTiler.Data;

namespace MapTiler.Tests.Data;

public sealed class UnfinishedStringTests
{
    private static readonly string LongString = new('x', 20_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Cuts => new()
    {
        { """{"features":[{"id":1},{"id":2,"properties":{"x":"STRING""", 1 },
        { """{"features":[{"id":1},{"id":2,"properties":{"x":"STRING\""", 1 },
        { """{"features":[{"id":1},{"id":2,"properties":{"STRING""", 1 },
        { """{"features":[{"id":1}],"x":"STRING""", 1 },
        { """{"x":["STRING""", 0 },
    };

    [Theory, MemberData(nameof(Cuts))]
    public async Task ReadAsync_of_a_stream_truncated_within_a_long_string_returns_the_complete_features_and_throws(string json, int complete)
    {
        var bytes = Encoding.UTF8.GetBytes(json.Replace("STRING", LongString, StringComparison.Ordinal));
        foreach (var chunk in (int[])[100, 4096, 1 << 20])
        {
            var seen = 0;
            await Assert.ThrowsAnyAsync<JsonException>(async () =>
            {
                await foreach (var feature in FeatureStream.ReadAsync(new ChunkedStream(bytes, chunk), Cancel))
                    seen++;
            });

            Assert.Equal(complete, seen);
        }
    }

    [Theory]
    [InlineData("""{"coordinates":[POSITIONS],"type":"LineString"}""", "LineString")]
    [InlineData("""{"geometries":[{"type":"LineString","coordinates":[POSITIONS]}],"type":"GeometryCollection"}""", "GeometryCollection")]
    [InlineData("""{"geometry":{"type":"LineString","coordinates":[POSITIONS]},"type":"Feature"}""", "LineString")]
    public async Task ReadAsync_of_a_single_long_geometry_returns_it(string shape, string type)
    {
        var json = shape.Replace("POSITIONS", string.Join(',', Enumerable.Repeat("[8.5417,47.3769]", 100_000)), StringComparison.Ordinal);

        var features = await FeatureStream.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 1 << 16), Cancel).ToListAsync(Cancel);

        Assert.Equal(type, Assert.Single(features).Geometry!.Type);
    }
}
