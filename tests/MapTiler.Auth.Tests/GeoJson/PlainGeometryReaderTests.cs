using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class PlainGeometryReaderTests
{
    public static TheoryData<string> Geometries =>
    [
        .. new[]
        {
            "0", "-0", "7", "-179.5", "0.1", "16.606837", "123456789012345", "1234567890123456", "0.12345678901234", "0.123456789012345", "999999999999999.9", "-0.000000000000001",
            "1e5", "1.5E-3", "1e999", "01", "-01", "00.5", "1.", ".5", "-", "--1", "- 1", "+1", "1.2.3", "1x", "NaN", "null", "\"1\"", "[1]", "{}", "",
        }.Select(number => $$"""{"type":"Point","coordinates":[{{number}},2]}"""),
        """{"type":"Point","coordinates":[1,2,3]}""", """{"type":"Point","coordinates":[1,2,3,4]}""", """{"type":"Point","coordinates":[1,2,3,4,5]}""", """{"type":"Point","coordinates":[1]}""",
        """{"type":"Point","coordinates":[]}""", """{"type":"Point","coordinates":[1,2,]}""", """{"type":"Point","coordinates":[1 2]}""", """{"type":"Point","coordinates":[[1,2]]}""",
        " \t{\r\n\"type\" : \"Point\" , \"coordinates\" : [ 1.5 , -2 ] } ", """{"coordinates":[1,2],"type":"Point"}""", """{"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2]}""",
        """{"type":"Point","coordinates":[1,2],"coordinates":[3,4]}""", """{"type":"Point","coordinates":[1,2],}""", """{"type":"Point","coordinates":[1,2}""", """{"type":"Point";"coordinates":[1,2]}""",
        """{"type":"P\u006fint","coordinates":[1,2]}""", """{"type":"Point","c\u006fordinates":[1,2]}""", """{"type":"Pointy","coordinates":[1,2]}""", """{"type":"Circle","coordinates":[1,2]}""",
        """{"type":"MultiPoint","coordinates":[]}""", """{"type":"MultiPoint","coordinates":[[1,2],[3,4,5]]}""", """{"type":"MultiPoint","coordinates":[[1,2],]}""", """{"type":"MultiPoint","coordinates":[1,2]}""",
        """{"type":"LineString","coordinates":[[1,2],[3,4]]}""", """{"type":"LineString","coordinates":[[1,2],null]}""", """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[]]}""",
        """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}""", """{"type":"Polygon","coordinates":[[1,2],[3,4]]}""",
        """{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}""", """{"type":"MultiPolygon","coordinates":[[],[[]]]}""",
        """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}""", "{}", "5", "null",
    ];

    [Theory, MemberData(nameof(Geometries))]
    public void Read_returns_the_geometry_that_the_JSON_reader_returns(string geometry) => AssertSame($$"""{"type":"Feature","geometry":{{geometry}},"id":"a","properties":{"b":[1]},"c":2}""");

    [Fact]
    public void Read_returns_the_nearest_double_of_any_number() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[0, 16], Gen.OneOf(Gen.Const("R"), Gen.Const("F"), Gen.Const("G"))).Array[3, 40].Sample(numbers => AssertSame(
            Line(numbers.Select(n => n.Item1.ToString(n.Item3 == "R" ? "R" : n.Item3 + n.Item2, CultureInfo.InvariantCulture)))), iter: 2_000);

    [Fact]
    public void Read_of_a_line_of_any_length_returns_all_positions()
    {
        foreach (var length in (int[])[1, 15, 16, 17, 32, 33, 1000])
            AssertSame(Line(Enumerable.Range(0, length).Select(i => FormattableString.Invariant($"-{i / 7.0:F6}"))));
    }

    private static string Line(IEnumerable<string> longitudes) => $$$"""{"geometry":{"type":"LineString","coordinates":[{{{string.Join(',', longitudes.Select(longitude => $"[{longitude},0]"))}}}]}}""";

    private static void AssertSame(string feature)
    {
        var json = $$"""{"type":"FeatureCollection","features":[{{feature}},{{feature}}],"d":3}""";

        Assert.Equal(Result(() => JsonSerializer.Deserialize<GeoJsonFeatureCollection>(json)!), Result(() => GeoJsonFeatureCollectionJsonConverter.ReadCollection(Encoding.UTF8.GetBytes(json))));

        static string Result(Func<GeoJsonFeatureCollection> read)
        {
            try
            {
                return JsonSerializer.Serialize(read());
            }
            catch (JsonException)
            {
                return "invalid";
            }
        }
    }
}
