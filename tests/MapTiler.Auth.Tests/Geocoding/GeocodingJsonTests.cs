using System.Text;
using System.Text.Json;
using MapTiler.GeoJson;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Geocoding;

public sealed partial class GeocodingJsonTests
{
    /// <summary>Every field that the service documents, and some that it does not.</summary>
    internal const string Full = """
        {
          "type": "FeatureCollection",
          "features": [
            {
              "type": "Feature",
              "id": "municipality.4711",
              "text": "Brünn",
              "language": "de",
              "text_de": "Brünn",
              "language_de": "de",
              "text_cs": "Brno",
              "language_cs": "cs",
              "text_ja": "ブルノ",
              "place_name": "Brünn, Südmähren, Tschechien",
              "place_name_de": "Brünn, Südmähren, Tschechien",
              "place_name_cs": "Brno, Jihomoravský kraj, Česko",
              "matching_text": "Brno",
              "matching_place_name": "Brno, Jihomoravský kraj, Česko",
              "place_type": ["municipality"],
              "place_type_name": ["Stadt"],
              "relevance": 0.97,
              "bbox": [16.4281, 49.1096, 16.7281, 49.2945],
              "center": [16.6068, 49.1952],
              "geometry": { "type": "Point", "coordinates": [16.6068, 49.1952] },
              "properties": {
                "ref": "osm:r438171",
                "country_code": "cz",
                "kind": "admin_area",
                "place_designation": "city",
                "wikidata": "Q14960",
                "osm:place_type": "city",
                "osm:tags": { "population": 400000 }
              },
              "context": [
                {
                  "id": "region.12",
                  "text": "Südmähren",
                  "language": "de",
                  "text_cs": "Jihomoravský kraj",
                  "language_cs": "cs",
                  "ref": "osm:r442311",
                  "country_code": "cz",
                  "kind": "admin_area",
                  "place_designation": "region",
                  "wikidata": "Q192697",
                  "categories": ["border"],
                  "feature_tags": { "note": "x" },
                  "later": 1
                },
                { "id": "country.3", "text": "Tschechien" }
              ],
              "later": { "nested": [1, 2] }
            },
            {
              "type": "Feature",
              "id": "poi.815",
              "text": "Zmrzlina",
              "place_name": "Zmrzlina, Kobližná 4, Brno",
              "place_type": ["poi"],
              "place_type_name": ["Eisdiele"],
              "relevance": 0.5,
              "bbox": [16.61, 49.19, 16.61, 49.19],
              "center": [16.61, 49.19],
              "geometry": { "type": "Point", "coordinates": [16.61, 49.19, 219.5] },
              "address": "4",
              "properties": {
                "ref": "osm:n1",
                "country_code": "cz",
                "kind": "amenity_of_tomorrow",
                "categories": ["ice_cream", "ice cream"],
                "feature_tags": { "opening_hours": "Mo-Su 10:00-20:00", "wheelchair": true, "seats": 12, "rating": 4.50, "closed": false, "fee": null, "more": { "a": [1] } }
              }
            }
          ],
          "query": ["brno", 602, 0.5, true, null],
          "attribution": "<a href=\"https://www.maptiler.com/copyright/\">&copy; MapTiler</a>"
        }
        """;

    [Fact]
    public void Read_returns_the_query_and_attribution()
    {
        var result = Read(Full);

        Assert.Equal(2, result.Features.Count);
        Assert.Equal(["brno", "602", "0.5", "true"], result.Query);
        Assert.Equal("<a href=\"https://www.maptiler.com/copyright/\">&copy; MapTiler</a>", result.Attribution);
    }

    [Fact]
    public void Read_returns_every_documented_member_of_a_feature()
    {
        var brno = Read(Full).Features[0];

        Assert.Equal("municipality.4711", brno.Id);
        Assert.Equal("Brünn", brno.Text);
        Assert.Equal("de", brno.Language);
        Assert.Equal("Brünn, Südmähren, Tschechien", brno.PlaceName);
        Assert.Equal("Brno", brno.MatchingText);
        Assert.Equal("Brno, Jihomoravský kraj, Česko", brno.MatchingPlaceName);
        Assert.Equal([PlaceType.Municipality], brno.PlaceTypes);
        Assert.Equal(["Stadt"], brno.PlaceTypeNames);
        Assert.Equal(0.97, brno.Relevance);
        Assert.Equal(new BoundingBox(16.4281, 49.1096, 16.7281, 49.2945), brno.BoundingBox);
        Assert.Equal(LngLat.FromLatLng(49.1952, 16.6068), brno.Center);
        Assert.Equal(new GeoJsonPosition(16.6068, 49.1952), Assert.IsType<GeoJsonPoint>(brno.Geometry).Coordinates);
        Assert.Null(brno.HouseNumber);
        Assert.Equal("4", Read(Full).Features[1].HouseNumber);
    }

    [Fact]
    public void Read_returns_names_by_language()
    {
        var brno = Read(Full).Features[0];

        Assert.Equal([new("de", "Brünn"), new("cs", "Brno"), new("ja", "ブルノ")], brno.Texts);
        Assert.Equal([new("de", "Brünn, Südmähren, Tschechien"), new("cs", "Brno, Jihomoravský kraj, Česko")], brno.PlaceNames);
        Assert.Equal([new("de", "de"), new("cs", "cs")], brno.Languages);
        Assert.Equal("Brno", brno.Texts["CS"]);
        Assert.Equal([new("cs", "Jihomoravský kraj")], brno.Context[0].Texts);
        Assert.Equal([new("cs", "cs")], brno.Context[0].Languages);
        Assert.Empty(brno.Context[1].Texts);
    }

    [Fact]
    public void Read_ignores_names_that_repeat_or_are_not_strings()
    {
        var feature = Read("""{"features":[{"id":"a.1","center":[1,2],"text_de":"x","text_DE":"y","text_fr":5,"text_it":null,"text_":"z","text_\ud83d\ude00":"w"}]}""").Features[0];

        Assert.Equal(3, feature.Texts.Count);
        Assert.Equal("z", feature.Texts[""]);
        Assert.True(feature.Texts["de"] is "x" or "y");
    }

    [Fact]
    public void Read_returns_every_documented_property()
    {
        var city = Read(Full).Features[0].Properties;
        var poi = Read(Full).Features[1].Properties;

        Assert.Equal(("osm:r438171", "cz", FeatureKind.AdminArea, "city", "Q14960"), (city.Ref, city.CountryCode, city.Kind, city.PlaceDesignation, city.Wikidata));
        Assert.Empty(city.Categories);
        Assert.Empty(city.FeatureTags);
        Assert.Equal(["ice_cream", "ice cream"], poi.Categories);
        Assert.Equal(
            [new("opening_hours", "Mo-Su 10:00-20:00"), new("wheelchair", "true"), new("seats", "12"), new("rating", "4.50"), new("closed", "false"), new("more", "{ \"a\": [1] }")],
            poi.FeatureTags);
    }

    [Fact]
    public void Read_returns_undocumented_members_as_additional_properties()
    {
        var brno = Read(Full).Features[0];

        Assert.Equal(["osm:place_type", "osm:tags"], brno.Properties.AdditionalProperties?.Keys);
        Assert.Equal(400000, brno.Properties.AdditionalProperties!["osm:tags"].GetProperty("population").GetInt32());
        Assert.Equal(2, brno.AdditionalProperties!["later"].GetProperty("nested")[1].GetInt32());
        Assert.Equal(1, brno.Context[0].AdditionalProperties!["later"].GetInt32());
    }

    [Fact]
    public void Read_returns_the_context_of_a_feature()
    {
        var region = Read(Full).Features[0].Context[0];
        var country = Read(Full).Features[0].Context[1];

        Assert.Equal(("region.12", "Südmähren", "de", "osm:r442311", "cz"), (region.Id, region.Text, region.Language, region.Ref, region.CountryCode));
        Assert.Equal((FeatureKind.AdminArea, "region", "Q192697"), (region.Kind, region.PlaceDesignation, region.Wikidata));
        Assert.Equal(["border"], region.Categories);
        Assert.Equal([new("note", "x")], region.FeatureTags);
        Assert.Equal((PlaceType.Region, PlaceType.Country), (region.PlaceType, country.PlaceType));
        Assert.Equal("", new GeocodingContext().PlaceType.Value);
    }

    [Fact]
    public void Read_returns_unknown_kinds()
    {
        var feature = Read("""{"features":[{"id":"crater.1","center":[1,2],"place_type":["crater","poi"],"properties":{"kind":"moon_base"}}]}""").Features[0];

        Assert.Equal([new PlaceType("crater"), PlaceType.Poi], feature.PlaceTypes);
        Assert.Equal(new FeatureKind("moon_base"), feature.Properties.Kind);
    }

    [Fact]
    public void Read_with_missing_members_returns_empty_collections()
    {
        var result = Read("""{"features":[]}""");
        var feature = Read("""{"features":[{"id":"a.1","center":[1,2]}]}""").Features[0];
        var properties = Read("""{"features":[{"id":"a.1","center":[1,2],"properties":{},"context":[{},null,5]}]}""").Features[0];

        Assert.Empty(result.Features);
        Assert.Empty(result.Query);
        Assert.Null(result.Attribution);
        AssertEmpty(feature);
        AssertEmpty(feature.Properties);
        AssertEmpty(properties.Properties);
        AssertEmpty(Assert.Single(properties.Context));
        Assert.Equal("", properties.Context[0].Id);
    }

    [Fact]
    public void Read_with_null_members_returns_empty_collections()
    {
        var result = Read("""{"features":[],"query":null,"attribution":null}""");
        var feature = Read("""
            {"features":[{"id":"a.1","center":[1,2],"text":null,"place_name":null,"place_type":null,"place_type_name":null,"bbox":null,"geometry":null,"context":null,
             "properties":{"ref":null,"country_code":null,"kind":null,"categories":null,"feature_tags":null,"wikidata":null,"place_designation":null}}]}
            """).Features[0];

        Assert.Empty(result.Features);
        Assert.Empty(result.Query);
        AssertEmpty(feature);
        AssertEmpty(feature.Properties);
        AssertEmpty(Read("""{"features":[{"id":"a.1","center":[1,2],"properties":null}]}""").Features[0].Properties);
    }

    [Theory]
    [InlineData("""{"center":[1,2]}""")]
    [InlineData("""{"id":"a.1"}""")]
    [InlineData("""{"id":"a.1","center":null}""")]
    [InlineData("""{"id":null,"center":[1,2]}""")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Read_of_a_feature_without_id_or_center_throws_JsonException(string feature) =>
        Assert.ThrowsAny<JsonException>(() => Read($$"""{"features":[{{feature}}]}"""));

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "1,2")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2],[3,6]]}""", "2,4")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiPolygon","coordinates":[[[[1,2],[5,2],[5,6],[1,2]]]]}]}""", "3,4")]
    public void Feature_without_a_center_has_that_of_its_geometry(string geometry, string center) =>
        Assert.Equal(center, Read($$"""{"features":[{"id":"a.1","geometry":{{geometry}}}]}""").Features[0].Center.ToString());

    [Fact]
    public void Read_of_a_batch_accepts_a_list_or_one_object()
    {
        var two = GeocodingJson.ReadBatch(Encoding.UTF8.GetBytes("""  [{"features":[],"query":["a"]},{"features":[],"query":["b"]}]"""));
        var one = GeocodingJson.ReadBatch(Encoding.UTF8.GetBytes("""  {"features":[],"query":["a"]}"""));

        Assert.Equal(["a", "b"], two!.Select(result => result.Query[0]));
        Assert.Equal("a", Assert.Single(one!).Query[0]);
        Assert.Empty(GeocodingJson.ReadBatch("[]"u8)!);
        Assert.Null(GeocodingJson.ReadBatch("null"u8));
        Assert.Null(GeocodingJson.Read("null"u8));
    }

    private static void AssertEmpty(GeocodingFeature feature)
    {
        Assert.Equal(("", ""), (feature.Text, feature.PlaceName));
        Assert.Empty(feature.PlaceTypes);
        Assert.Empty(feature.PlaceTypeNames);
        Assert.Empty(feature.Context);
        Assert.Empty(feature.Texts);
        Assert.Empty(feature.PlaceNames);
        Assert.Empty(feature.Languages);
        Assert.Equal((null, null, null), (feature.BoundingBox, feature.Geometry, feature.MatchingText));
    }

    private static void AssertEmpty(GeocodingProperties properties)
    {
        Assert.Empty(properties.Categories);
        Assert.Empty(properties.FeatureTags);
        Assert.Equal((null, null, null), (properties.Ref, properties.CountryCode, properties.Kind));
    }

    private static void AssertEmpty(GeocodingContext context)
    {
        Assert.Equal("", context.Text);
        Assert.Empty(context.Categories);
        Assert.Empty(context.FeatureTags);
        Assert.Empty(context.Texts);
        Assert.Empty(context.Languages);
    }

    private static GeocodingResult Read(string json) => GeocodingJson.Read(Encoding.UTF8.GetBytes(json))!;
}
