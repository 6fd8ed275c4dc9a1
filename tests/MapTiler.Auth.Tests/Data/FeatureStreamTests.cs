using System.Text;
using System.Text.Json;
using CsCheck;
using MapTiler.Data;
using MapTiler.GeoJson;

namespace MapTiler.Tests.Data;

public class FeatureStreamTests
{
    private const string A = """{"type":"Feature","id":"a","properties":{"name":"Zürich \ud83c\uDF0D \"quoted\\"},"geometry":{"type":"Point","coordinates":[8.5417,-47.25e0]}}""";
    private const string B = """{ "geometry": null, "properties": {"features":[1,{"features":[]}]}, "id": 1234567890.50, "type": "Feature" }""";
    private const string C = """{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2,3],[4,5,6]]}]}]},"id":"c"}""";
    private const string Whole = """{"type":"FeatureCollection","crs":{"features":[{"no":1}]},"features":[""" + A + ",\r\n" + B + " ,\t" + C + """],"list":[{"features":[{}]}],"count":3}""" + " \n";

    private static readonly int[] Chunks = [1, 2, 7, 64, 4096, 1 << 20];

    public static TheoryData<string, string> Members => new()
    {
        { "before", """{"crs":{"a":[1,{"features":[{"id":"x"}]}]},"name":"x","n":-1.5e3,"t":true,"z":null,"type":"FeatureCollection","features":[{"id":"1"}]}""" },
        { "after", """{"features":[{"id":"1"}],"crs":{"features":[{"id":"x"}]},"name":"x","type":"FeatureCollection"}""" },
        { "no type", """{"features":[{"id":"1"}]}""" },
        { "another type", """{"type":"Topology","features":[{"id":"1"}]}""" },
        { "an escaped name", """{"type":"FeatureCollection","f\u0065atures":[{"id":"1"}]}""" },
        { "a name within another", """{"type":"FeatureCollection","a":"features","myfeatures":[{"id":"x"}],"Features":[{"id":"x"}],"features":[{"id":"1"}]}""" },
        { "a byte order mark", "\uFEFF{\"features\":[{\"id\":\"1\"}]}" },
        { "features twice, the first null", """{"features":null,"features":[{"id":"1"}]}""" },
        { "a feature beside features", """{"type":"Feature","id":"x","geometry":null,"features":[{"id":"1"}]}""" },
        { "a single feature", """{"type":"Feature","id":"1","geometry":null,"properties":{}}""" },
        { "a single feature, type last", """{"geometry":{"type":"Point","coordinates":[1,2]},"id":"1","properties":{"type":"x"},"type":"Feature"}""" },
        { "a single feature without type", """{"id":"1","geometry":null}""" },
    };

    public static TheoryData<string> Faults =>
    [
        "", " ", "[]", "5", "null", "\"x\"", "{", "{}", "{}x", "[{\"type\":\"Feature\"}]", "<html>", "{'features':[]}",
        """{"error":"x"}""", """{"type":"Topology","objects":{}}""", """{"type":"Circle","coordinates":[1,2]}""", """{"type":"Point","coordinates":["x"]}""", """{"type":"\ud800","a":1}""",
        """{"features":{}}""", """{"features":5}""", """{"features":"x"}""", """{"features":[null]}""", """{"features":[5]}""", """{"features":[[]]}""", """{"features":[}""", """{"features":[]""",
    ];

    [Fact]
    public async Task Features_are_found_wherever_the_stream_is_split()
    {
        foreach (var chunk in Chunks)
        {
            var features = await ReadAsync(Whole, chunk);

            Assert.Equal(["a", "1234567890.50", "c"], features.Select(Id));
            Assert.Equal("Zürich 🌍 \"quoted\\", features[0].Properties["name"].GetString());
            Assert.Equal(new Position(8.5417, -47.25), Assert.IsType<GeoJsonPoint>(features[0].Geometry).Coordinates);
            Assert.Null(features[1].Geometry);
            Assert.Equal("""[1,{"features":[]}]""", features[1].Properties["features"].GetRawText());
            var inner = Assert.IsType<GeoJsonGeometryCollection>(Assert.Single(Assert.IsType<GeoJsonGeometryCollection>(features[2].Geometry).Geometries));
            Assert.Equal([new(1, 2, 3), new(4, 5, 6)], Assert.IsType<GeoJsonLineString>(Assert.Single(inner.Geometries)).Coordinates);
        }
    }

    [Theory, MemberData(nameof(Members))]
    public async Task Only_the_features_of_the_top_are_taken(string what, string json)
    {
        Assert.NotEmpty(what);
        foreach (var chunk in Chunks)
            Assert.Equal("1", Id(Assert.Single(await ReadAsync(json, chunk))));
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"FeatureCollection","features":null}""")]
    [InlineData("""{"features":null}""")]
    [InlineData("""{"features":[],"type":"FeatureCollection"}""")]
    public async Task Without_features_there_are_none(string json)
    {
        foreach (var chunk in Chunks)
            Assert.Empty(await ReadAsync(json, chunk));
    }

    [Fact]
    public async Task Features_that_stand_twice_are_all_returned() =>
        Assert.Equal(["1", "2"], (await ReadAsync("""{"features":[{"id":1}],"features":[{"id":2}]}""", 7)).Select(Id));

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", typeof(GeoJsonPoint))]
    [InlineData("""{"coordinates":[[1,2],[3,4]],"bbox":[1,2,3,4],"type":"LineString"}""", typeof(GeoJsonLineString))]
    [InlineData("""{"geometries":[],"type":"GeometryCollection"}""", typeof(GeoJsonGeometryCollection))]
    public async Task A_geometry_at_the_top_is_one_feature(string json, Type type)
    {
        foreach (var chunk in Chunks)
            Assert.IsType(type, Assert.Single(await ReadAsync(json, chunk)).Geometry);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task What_is_no_GeoJSON_is_a_json_error(string json)
    {
        foreach (var chunk in Chunks)
            await Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(json, chunk));
    }

    [Fact]
    public async Task Cut_anywhere_what_was_complete_is_returned_first()
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
    [InlineData("""{"features":[{"id":1},{"\ud800":2}]}""", 1)]
    [InlineData("""{"features":[{"id":1}],"features":5}""", 1)]
    [InlineData("""{"type":"Feature","id":1}x""", 1)]
    public async Task Before_a_fault_what_is_good_is_returned(string json, int count)
    {
        foreach (var chunk in Chunks)
        {
            var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), chunk));

            Assert.Equal(count, features.Count);
            Assert.IsAssignableFrom<JsonException>(error);
        }
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(100, false)]
    public async Task Nesting_ends_somewhere(int depth, bool isRead)
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
    public async Task A_feature_over_the_limit_is_refused_after_those_before_it()
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
    public async Task A_foreign_member_of_any_length_is_passed_over(string shape, string repeated)
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
    public async Task White_space_of_any_length_is_passed_over(string shape)
    {
        var json = shape.Replace("SPACE", string.Concat(Enumerable.Repeat(" \r\n\t", 100_000)), StringComparison.Ordinal);

        var (features, error) = await CollectAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 1000), maxLength: 100_000);

        Assert.Null(error);
        Assert.Equal(["1", "2"], features.Select(Id));
    }

    [Fact]
    public async Task A_single_feature_after_a_long_foreign_member_is_refused_with_the_reason()
    {
        var json = $$"""{"x":"{{new string('x', 2_000_000)}}","type":"Feature","geometry":null}""";

        Assert.Contains("before the type", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(json, 4096))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_feature_may_be_long()
    {
        var json = $$$"""{"geometry":null,"properties":{"x":"{{{new string('x', 2_000_000)}}}"},"x":1,"type":"Feature"}""";

        Assert.Equal(2_000_000, Assert.Single(await ReadAsync(json, 4096)).Properties["x"].GetString()!.Length);
    }

    [Fact(Timeout = 60_000)] // minutes if each piece began the text anew
    public async Task A_long_text_in_small_pieces_is_looked_at_once()
    {
        var json = $$$"""{"features":[{"properties":{"x":"{{{string.Concat(Enumerable.Repeat("\\\"\\u00e9 xyz", 1_500_000))}}}"}}]}""";

        var features = await FeatureStream.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 1000), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1_500_000 * 6, Assert.Single(features).Properties["x"].GetString()!.Length);
    }

    [Fact]
    public async Task Cancelled_between_two_features_nothing_more_comes()
    {
        using var cancellation = new CancellationTokenSource();
        await using var features = FeatureStream.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(Whole), 4096), cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await features.MoveNextAsync());

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await features.MoveNextAsync());
    }

    [Fact]
    public void Any_text_split_anywhere_reads_as_whole() =>
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

    private static async Task<(List<GeoJsonFeature> Features, Exception? Error)> CollectAsync(Stream stream, int maxLength = JsonBuffer.MaxLength)
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
