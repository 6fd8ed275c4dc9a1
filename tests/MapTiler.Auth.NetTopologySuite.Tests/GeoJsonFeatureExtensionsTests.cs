using System.Text.Json;
using CsCheck;
using MapTiler.GeoJson;
using NetTopologySuite;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

public class GeoJsonFeatureExtensionsTests
{
    [Fact]
    public void ToFeature_converts_properties_to_NET_values()
    {
        var feature = Read("""{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"text":"č","yes":true,"no":false,"none":null,"whole":9007199254740993,"part":0.1,"huge":1e300,"list":[1,"a",[null]],"table":{"a":{"b":1}}}}""").ToFeature();

        Assert.Equal(new Coordinate(1, 2), feature.Geometry.Coordinate);
        Assert.Equal(
            [("text", "č"), ("yes", true), ("no", false), ("none", null), ("whole", 9007199254740993L), ("part", 0.1), ("huge", 1e300)],
            feature.Attributes.GetNames().Take(7).Select(name => (name, (object?)feature.Attributes[name])));
        Assert.Equal([1L, "a", new object?[] { null }], Assert.IsType<object?[]>(feature.Attributes["list"]));
        Assert.Equal(1L, ((IAttributesTable)((IAttributesTable)feature.Attributes["table"])["a"])["b"]);
    }

    [Theory]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{}}""")]
    [InlineData("""{"type":"Feature","id":"a","bbox":[1,2,3,4],"geometry":{"type":"Point","coordinates":[1,2,3]},"properties":{"id":"b","x":null,"l":[1,null,[2.5,null],{"y":true}]}}""")]
    [InlineData("""{"type":"Feature","id":7,"geometry":null,"properties":{"n":-9223372036854775808,"d":1E+300}}""")]
    public void ToGeoJson_of_a_converted_feature_returns_the_same_JSON(string json) => Assert.Equal(json, JsonSerializer.Serialize(Read(json).ToFeature().ToGeoJson()));

    private static Gen<object?> Value => Gen.OneOf(
        Gen.String.AlphaNumeric.Select(text => (object?)text), Gen.Long.Select(number => (object?)number), Gen.Double[-1e9, 1e9].Select(number => (object?)number), Gen.Bool.Select(flag => flag ? (object?)flag : null));

    [Fact]
    public void ToGeoJson_of_any_attributes_round_trips() =>
        Gen.Select(Value.Array[0, 5], Geometries.Any)
            .Sample((values, geometry) =>
            {
                var feature = new Feature(geometry.ToGeometry(), new AttributesTable(values.Select((value, i) => new KeyValuePair<string, object?>($"a{i}", value))));
                var json = JsonSerializer.Serialize(feature.ToGeoJson());
                return JsonSerializer.Serialize(Read(json).ToFeature().ToGeoJson()) == json;
            });

    [Fact]
    public void ToGeoJson_writes_attributes_of_every_supported_type()
    {
        var attributes = new AttributesTable
        {
            { "numbers", new object[] { (byte)1, (sbyte)-1, (short)2, (ushort)2, 3, 3u, 4L, ulong.MaxValue, 0.5f, 0.25, 1.10m } },
            { "texts", new object[] { 'c', new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), new Uri("https://a.example/"), DayOfWeek.Friday } },
            { "times", new object[] { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)) } },
            { "bytes", new byte[] { 1, 2 } },
            { "map", new Dictionary<string, object?> { ["a"] = 1 } },
            { "element", JsonSerializer.SerializeToElement(new[] { 1 }) },
        };

        var properties = new Feature(null, attributes).ToGeoJson().Properties;

        Assert.Equal("[1,-1,2,2,3,3,4,18446744073709551615,0.5,0.25,1.10]", properties["numbers"].GetRawText());
        Assert.Equal("""["c","00000001-0002-0003-0405-060708090a0b","https://a.example/","Friday"]""", properties["texts"].GetRawText());
        Assert.Equal(["2026-01-02T03:04:05Z", "2026-01-02T03:04:05+01:00"], properties["times"].EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(["\"AQI=\"", "{\"a\":1}", "[1]"], new[] { "bytes", "map", "element" }.Select(name => properties[name].GetRawText()));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void ToGeoJson_of_an_attribute_that_is_not_finite_throws_with_its_name(object value) =>
        Assert.Contains("'speed'", Assert.Throws<ArgumentException>(() => new Feature(null, new AttributesTable { { "speed", new[] { value } } }).ToGeoJson()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"a","properties":{"id":"b"}}""", "a")]
    [InlineData("""{"id":7}""", 7L)]
    [InlineData("""{"id":7.5}""", "7.5")]
    [InlineData("{}", null)]
    [InlineData("""{"id":"7"}""", "7")]
    [InlineData("""{"id":9223372036854775808}""", "9223372036854775808")]
    public void ToFeature_with_an_id_returns_it_from_GetOptionalId(string json, object? expected) => Assert.Equal(expected, Read(json).ToFeature().GetOptionalId("id"));

    [Fact]
    public void BoundingBox_that_cannot_be_converted_is_dropped()
    {
        Assert.Null(Read("""{"bbox":[170,-20,-170,-10]}""").ToFeature().BoundingBox);
        Assert.Null(new Feature(null, null) { BoundingBox = new Envelope(0, 1, 6_000_000, 6_000_001) }.ToGeoJson().BoundingBox);
        Assert.Null(new Feature(null, null) { BoundingBox = new Envelope(0, 1, 0, 90.1) }.ToGeoJson().BoundingBox);
        Assert.Null(new Feature(null, null) { BoundingBox = new Envelope(0, 1, -90.1, 0) }.ToGeoJson().BoundingBox);
        Assert.Null(new Feature(null, null) { BoundingBox = new Envelope() }.ToGeoJson().BoundingBox);
        Assert.Equal(new BoundingBox(0, -90, 1, 90), new Feature(null, null) { BoundingBox = new Envelope(0, 1, -90, 90) }.ToGeoJson().BoundingBox);
    }

    [Fact]
    public void ToFeature_with_a_factory_uses_it_for_every_geometry()
    {
        var factory = NtsGeometryServices.Instance.CreateGeometryFactory(3857);
        var feature = Read("""{"geometry":{"type":"Point","coordinates":[1,2]}}""");

        Assert.Same(factory, feature.ToFeature(factory).Geometry.Factory);
        Assert.All(new GeoJsonFeatureCollection { Features = [feature, feature] }.ToFeatureCollection(factory), converted => Assert.Same(factory, converted.Geometry.Factory));
    }

    [Fact]
    public void ToFeatureCollection_round_trips()
    {
        const string Json = """{"type":"FeatureCollection","bbox":[1,2,3,4],"features":[{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[1,2]},"properties":{}},{"type":"Feature","geometry":null,"properties":{"a":"b"}}]}""";

        var collection = JsonSerializer.Deserialize<GeoJsonFeatureCollection>(Json)!.ToFeatureCollection();

        Assert.Equal((2, 4326), (collection.Count, collection[0].Geometry.SRID));
        Assert.Equal(Json, JsonSerializer.Serialize(collection.ToGeoJson()));
        Assert.Equal(2, collection.Where(_ => true).ToGeoJson().Features.Count);
    }

    [Fact]
    public void All_methods_with_null_throw_ArgumentNullException()
    {
        Assert.Throws<ArgumentNullException>(() => ((GeoJsonFeature)null!).ToFeature());
        Assert.Throws<ArgumentNullException>(() => ((GeoJsonFeatureCollection)null!).ToFeatureCollection());
        Assert.Throws<ArgumentNullException>(() => ((IFeature)null!).ToGeoJson());
        Assert.Throws<ArgumentNullException>(() => ((IEnumerable<IFeature>)null!).ToGeoJson());
    }

    private static GeoJsonFeature Read(string json) => JsonSerializer.Deserialize<GeoJsonFeature>(json)!;
}
