using System.Text;
using System.Text.Json;
using CsCheck;
using MapTiler.Data;
using MapTiler.GeoJson;

namespace MapTiler.Tests.Data;

public sealed class FeatureStreamTests
{
    private const string A = """{"type":"Feature","id":"a","properties":{"name":"Zürich \ud83c\uDF0D \"quoted\\"},"geometry":{"type":"Point","coordinates":[8.5417,-47.25e0]}}""";
    private const string B = """{ "geometry": null, "properties": {"features":[1,{"features":[]}]}, "id": 1234567890.50, "type": "Feature" }""";
    private const string C = """{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2,3],[4,5,6]]}]}]},"id":"c"}""";
    private const string Whole = """{"type":"FeatureCollection","crs":{"features":[{"no":1}]},"features":[""" + A + ",\r\n" + B + " ,\t" + C + """],"list":[{"features":[{}]}],"count":3}""" + " \n";

    private static readonly int[] Chunks = [1, 2, 7, 64, 4096, 1 << 20];

    public static TheoryData<string> Members =>
    [
        """{"crs":{"a":[1,{"features":[{"id":"x"}]}]},"name":"x","n":-1.5e3,"t":true,"z":null,"type":"FeatureCollection","features":[{"id":"1"}]}""", // before
        """{"features":[{"id":"1"}],"crs":{"features":[{"id":"x"}]},"name":"x","type":"FeatureCollection"}""", // after
        """{"features":[{"id":"1"}]}""", // no type
        """{"type":"Topology","features":[{"id":"1"}]}""", // another type
        """{"type":"FeatureCollection","f\u0065atures":[{"id":"1"}]}""", // an escaped name
        """{"type":"FeatureCollection","a":"features","myfeatures":[{"id":"x"}],"Features":[{"id":"x"}],"features":[{"id":"1"}]}""", // a name within another
        "\uFEFF{\"features\":[{\"id\":\"1\"}]}", // a byte order mark
        """{"features":null,"features":[{"id":"1"}]}""", // features twice, the first null
        """{"type":"Feature","id":"x","geometry":null,"features":[{"id":"1"}]}""", // a feature beside features
        """{"type":"Feature","id":"1","geometry":null,"properties":{}}""", // a single feature
        """{"geometry":{"type":"Point","coordinates":[1,2]},"id":"1","properties":{"type":"x"},"type":"Feature"}""", // a single feature, type last
        """{"id":"1","geometry":null}""", // a single feature without type
    ];

    public static TheoryData<string> Invalid =>
    [
        "", " ", "[]", "5", "null", "\"x\"", "{", "{}", "{}x", "[{\"type\":\"Feature\"}]", "<html>", "{'features':[]}",
        """{"error":"x"}""", """{"type":"Topology","objects":{}}""", """{"type":"Circle","coordinates":[1,2]}""", """{"type":"Point","coordinates":["x"]}""", """{"type":"\ud800","a":1}""",
        """{"features":{}}""", """{"features":5}""", """{"features":"x"}""", """{"features":[null]}""", """{"features":[5]}""", """{"features":[[]]}""", """{"features":[}""", """{"features":[]""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(4096)]
    [InlineData(1 << 20)]
    public async Task ReadAsync_with_any_split_of_the_stream_returns_all_features(int chunk)
    {
        var features = await ReadAsync(Whole, chunk);

        Assert.Equal(["a", "1234567890.50", "c"], features.Select(Id));
        Assert.Equal("Zürich 🌍 \"quoted\\", features[0].Properties["name"].GetString());
        Assert.Equal(new GeoJsonPosition(8.5417, -47.25), Assert.IsType<GeoJsonPoint>(features[0].Geometry).Coordinates);
        Assert.Null(features[1].Geometry);
        Assert.Equal("""[1,{"features":[]}]""", features[1].Properties["features"].GetRawText());
        var inner = Assert.IsType<GeoJsonGeometryCollection>(Assert.Single(Assert.IsType<GeoJsonGeometryCollection>(features[2].Geometry).Geometries));
        Assert.Equal([new(1, 2, 3), new(4, 5, 6)], Assert.IsType<GeoJsonLineString>(Assert.Single(inner.Geometries)).Coordinates);
    }

    [Theory, MemberData(nameof(Members))]
    public async Task ReadAsync_returns_only_the_features_of_the_top_level_object(string json)
    {
        foreach (var chunk in Chunks)
            Assert.Equal("1", Id(Assert.Single(await ReadAsync(json, chunk))));
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"FeatureCollection","features":null}""")]
    [InlineData("""{"features":null}""")]
    [InlineData("""{"features":[],"type":"FeatureCollection"}""")]
    public async Task ReadAsync_of_a_collection_without_features_returns_none(string json)
    {
        foreach (var chunk in Chunks)
            Assert.Empty(await ReadAsync(json, chunk));
    }

    [Fact]
    public async Task ReadAsync_with_two_members_named_features_returns_the_features_of_both() =>
        Assert.Equal(["1", "2"], (await ReadAsync("""{"features":[{"id":1}],"features":[{"id":2}]}""", 7)).Select(Id));

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", typeof(GeoJsonPoint))]
    [InlineData("""{"coordinates":[[1,2],[3,4]],"bbox":[1,2,3,4],"type":"LineString"}""", typeof(GeoJsonLineString))]
    [InlineData("""{"geometries":[],"type":"GeometryCollection"}""", typeof(GeoJsonGeometryCollection))]
    public async Task ReadAsync_of_a_geometry_returns_one_feature(string json, Type type)
    {
        foreach (var chunk in Chunks)
            Assert.IsType(type, Assert.Single(await ReadAsync(json, chunk)).Geometry);
    }

    [Theory, MemberData(nameof(Invalid))]
    public async Task ReadAsync_of_JSON_that_is_not_GeoJSON_throws(string json)
    {
        foreach (var chunk in Chunks)
            await Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(json, chunk));
    }

    [Fact]
    public async Task ReadAsync_of_a_truncated_stream_returns_the_complete_features_and_throws()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        int[] ends = [.. new[] { A, B, C }.Select(f => Encoding.UTF8.GetByteCount(Whole[..(Whole.IndexOf(f, StringComparison.Ordinal) + f.Length)]))];
        var complete = Encoding.UTF8.GetByteCount(Whole.TrimEnd());

        for (var cut = 0; cut < bytes.Length; cut++)
        {
            foreach (var chunk in (int[])[1, 5, 4096])
            {
                var (ended, end) = await CollectAsync(new ChunkedStream(bytes[..cut], chunk));
                var (broken, reset) = await CollectAsync(new ChunkedStream(bytes[..cut], chunk, new IOException("reset")));

                Assert.Equal(ends.Count(e => e <= cut), ended.Count);
                Assert.Equal(cut < complete, end is JsonException);
                Assert.Equal(ended.Count, broken.Count);
                Assert.IsType<IOException>(reset);
            }
        }
    }

    [Theory]
    [InlineData(Whole + "x", 3)]
    [InlineData(Whole + "{}", 3)]
    [InlineData("""{"features":[{"id":1},{"id":2},{"id":}]}""", 2)]
    [InlineData("""{"features":[{"id":1},{"id":2}}""", 2)]
    [InlineData("""{"features":[{"id":1},null]}""", 1)]
    [InlineData("""{"features":[{"id":1},{"properties":{"a":tru}}]}""", 1)]
    [InlineData("""{"features":[{"id":1},{"properties":{"a":[1}}]}""", 1)]
    [InlineData("""{"features":[{"id":1},{"geometry":{"type":"Point","coordinates":[1,2]},}]}""", 1)]
    [InlineData("""{"features":[{"id":1}],"features":5}""", 1)]
    [InlineData("""{"type":"Feature","id":1}x""", 1)]
    public async Task ReadAsync_with_an_error_after_features_returns_them_and_throws(string json, int count)
    {
        foreach (var chunk in Chunks)
        {
            var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunk));

            Assert.Equal(count, features.Count);
            Assert.IsAssignableFrom<JsonException>(error);
        }
    }

    [Fact]
    public async Task Properties_of_a_streamed_feature_are_replaced_when_they_are_set()
    {
        var features = await ReadAsync("""{"features":[{"properties":{"a":1}},{"properties":{"a":2}}]}""", 7);

        features[0].Properties = null!;
        features[1].Properties = features[1].Properties.ToDictionary(member => "b", member => member.Value);

        Assert.Empty(features[0].Properties);
        Assert.Equal(2, Assert.Single(features[1].Properties, member => member.Key == "b").Value.GetInt32());
    }

    [Fact]
    public async Task ReadAsync_allocates_at_most_two_and_a_half_times_the_length_of_the_features()
    {
        await AllocatedAsync(); // what is created once

        Assert.InRange(await AllocatedAsync(), 1, 2.5);

        static async Task<double> AllocatedAsync()
        {
            var stream = new GeneratedGeoJson(4 * 1024 * 1024); // it never waits, so all is on this thread
            var before = GC.GetAllocatedBytesForCurrentThread();
            await foreach (var feature in FeatureStream.ReadAsync(stream))
                Assert.NotNull(feature.Id);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)stream.Length;
        }
    }

    [Theory]
    [InlineData(242, true)]
    [InlineData(292, false)]
    public async Task ReadAsync_with_nesting_deeper_than_256_throws(int depth, bool isRead)
    {
        var deep = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        foreach (var json in new[] { $$$"""{"features":[{"properties":{"x":{{{deep}}}}}]}""", $$$"""{"x":{{{deep}}},"features":[{}]}""" })
        {
            var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 4096));

            Assert.Equal(isRead ? 1 : 0, features.Count);
            Assert.Equal(isRead, error is null);
            Assert.True(error is null or JsonException);
        }
    }

    [Fact]
    public async Task ReadAsync_with_a_feature_over_the_limit_returns_the_features_before_it_and_throws()
    {
        var json = $$$"""{"features":[{"id":1},{"id":2,"properties":{"x":"{{{new string('x', 200_000)}}}"}}]}""";

        var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 4096), maxLength: 100_000);

        Assert.Equal("1", Id(Assert.Single(features)));
        Assert.StartsWith("A feature or another JSON value is longer than", Assert.IsType<InvalidDataException>(error).Message, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], (await ReadAsync(json, 4096)).Select(Id));
    }

    [Theory]
    [InlineData("\"{0}\"", "x")]
    [InlineData("\"{0}\"", "\\\\")]
    [InlineData("\"{0}\"", "\\\"\\u00e9")]
    [InlineData("[\"{0}\"]", "é")]
    [InlineData("[{0}0]", "12345,")]
    [InlineData("{{\"a\" : \"{0}\"}}", "features")]
    public async Task ReadAsync_with_a_long_foreign_member_skips_it(string shape, string repeated)
    {
        var foreign = string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, string.Concat(Enumerable.Repeat(repeated, 3_000_000 / repeated.Length)));
        foreach (var json in new[]
        {
            $$$"""{"type":"FeatureCollection","x":{{{foreign}}},"features":[{"id":"1"}]}""",
            $$$"""{"x":{{{foreign}}},"features":[{"id":"1"}],"type":"FeatureCollection"}""",
            $$$"""{"features":[{"id":"1"}],"x":{{{foreign}}}}""",
        })
        {
            var limit = json.StartsWith("""{"x""", StringComparison.Ordinal) ? 1_500_000 : 100_000;
            foreach (var chunk in (int[])[1000, 1 << 20])
            {
                var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunk), limit);

                Assert.Null(error);
                Assert.Equal("1", Id(Assert.Single(features)));
            }
        }
    }

    [Theory]
    [InlineData("""SPACE{"type":"FeatureCollection",SPACE"features":SPACE[SPACE{"id":"1"},{"id":"2"}]}""")]
    [InlineData("""{"features":[{"id":"1"},SPACE{"id":"2"}]}""")]
    [InlineData("""{"features":[{"id":"1"}SPACE,SPACE{"id":"2"}SPACE]SPACE}SPACE""")]
    public async Task ReadAsync_with_long_white_space_skips_it(string shape)
    {
        var json = shape.Replace("SPACE", string.Concat(Enumerable.Repeat(" \r\n\t", 100_000)), StringComparison.Ordinal);

        var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 1000), maxLength: 100_000);

        Assert.Null(error);
        Assert.Equal(["1", "2"], features.Select(Id));
    }

    [Fact]
    public async Task ReadAsync_of_a_single_feature_with_a_long_foreign_member_before_the_type_throws()
    {
        var json = $$"""{"x":"{{new string('x', 2_000_000)}}","type":"Feature","geometry":null}""";

        Assert.Contains("before the type", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(json, 4096))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_of_a_single_feature_of_2_MB_returns_it()
    {
        var json = $$$"""{"geometry":null,"properties":{"x":"{{{new string('x', 2_000_000)}}}"},"x":1,"type":"Feature"}""";

        Assert.Equal(2_000_000, Assert.Single(await ReadAsync(json, 4096)).Properties["x"].GetString()!.Length);
    }

    [Fact(Timeout = 60_000)] // takes minutes if each block scans the string from its beginning
    public async Task ReadAsync_with_a_long_string_in_small_blocks_scans_it_once()
    {
        var json = $$$"""{"features":[{"properties":{"x":"{{{string.Concat(Enumerable.Repeat("\\\"\\u00e9 xyz", 1_500_000))}}}"}}]}""";

        var features = await FeatureStream.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 1000), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1_500_000 * 6, Assert.Single(features).Properties["x"].GetString()!.Length);
    }

    [Fact]
    public async Task ReadAsync_that_is_canceled_between_two_features_throws()
    {
        using var cancellation = new CancellationTokenSource();
        await using var features = FeatureStream.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(Whole), 4096), cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await features.MoveNextAsync());

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await features.MoveNextAsync());
    }

    [Fact]
    public void ReadAsync_with_any_strings_and_any_split_returns_them_unchanged() =>
        Gen.Select(Gen.String[Gen.Char["\"\\{}[]é\u2028x "], 0, 30].List[0, 5], Gen.Int[1, 40]).Sample((texts, chunk) =>
        {
            var collection = new GeoJsonFeatureCollection { Features = [.. texts.Select(text => new GeoJsonFeature { Id = text, Properties = new Dictionary<string, JsonElement> { [text] = JsonSerializer.SerializeToElement(text) } })] };
            var features = ReadAsync(JsonSerializer.Serialize(collection), chunk).GetAwaiter().GetResult();
            return features.Select(f => f.Properties.Single()).Select(p => (p.Key, p.Value.GetString())).SequenceEqual(texts.Select(text => (text, (string?)text)));
        }, iter: 2000);

    private static string? Id(GeoJsonFeature feature) => feature.Id?.ToString();

    private static async Task<List<GeoJsonFeature>> ReadAsync(string json, int chunk)
    {
        var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunk));
        return error is null ? features : throw error;
    }

    private static async Task<(List<GeoJsonFeature> Features, Exception? Error)> CollectAsync(Stream stream, int maxLength = BoundedBuffer.MaxLength)
    {
        var features = new List<GeoJsonFeature>();
        try
        {
            await foreach (var feature in FeatureStream.ReadAsync(stream, maxLength))
                features.Add(feature);
            return (features, null);
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidDataException)
        {
            return (features, e);
        }
    }
}
