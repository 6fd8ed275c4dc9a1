using System.Text;
using System.Text.Json;
using CsCheck;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Geocoding;

/// <summary>Any response is read as a result or throws a <see cref="JsonException"/>, and nothing else.</summary>
public sealed partial class GeocodingJsonTests
{
    private static readonly string[] Values =
    [
        "null", "true", "5", "-1e999", "1e999", "\"x\"", "\"\"", "\"\\ud800\"", "[]", "[null]", "[5]", "[\"x\"]", "[true]", "[[]]", "[1e999,1e999]", "[1,2]", "[1,2,3,4]", "[1,200]", "[{}]",
        "{}", "{\"a\":1}", "{\"a\":null}", "{\"type\":\"Point\"}", "{\"type\":\"Point\",\"coordinates\":[1e999,2]}",
    ];

    public static TheoryData<string> Members =>
    [
        "features", "query", "attribution",
        "feature.id", "feature.text", "feature.language", "feature.text_de", "feature.language_de", "feature.place_name", "feature.place_name_de", "feature.matching_text",
        "feature.matching_place_name", "feature.place_type", "feature.place_type_name", "feature.relevance", "feature.bbox", "feature.center", "feature.geometry", "feature.properties",
        "feature.context", "feature.address", "feature.type",
        "properties.ref", "properties.country_code", "properties.kind", "properties.categories", "properties.feature_tags", "properties.place_designation", "properties.wikidata", "properties.osm:tags",
        "context.id", "context.text", "context.language", "context.text_de", "context.language_de", "context.ref", "context.country_code", "context.kind", "context.categories",
        "context.feature_tags", "context.place_designation", "context.wikidata",
    ];

    [Theory, MemberData(nameof(Members))]
    public void Read_with_a_member_of_any_shape_returns_or_throws_JsonException(string member)
    {
        foreach (var value in Values)
            ReadsOrIsJsonError(With(member, value));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    [InlineData("<html><body>403</body></html>")]
    [InlineData("Invalid key")]
    [InlineData("{")]
    [InlineData("{}x")]
    [InlineData("{} {}")]
    [InlineData("{'features':[]}")]
    [InlineData("{\"features\":[}")]
    [InlineData("{\"features\":{}}")]
    [InlineData("{\"features\":[[]]}")]
    [InlineData("{\"features\":[5]}")]
    [InlineData("\uFEFF{")]
    public void Read_of_JSON_that_is_not_a_result_throws_JsonException(string body)
    {
        Assert.ThrowsAny<JsonException>(() => GeocodingJson.Read(Encoding.UTF8.GetBytes(body)));
        if (body != "[]")
            Assert.ThrowsAny<JsonException>(() => GeocodingJson.ReadBatch(Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("[5]")]
    [InlineData("[null]")]
    [InlineData("[{},null]")]
    [InlineData("[[]]")]
    [InlineData("[{},")]
    [InlineData("[{}] x")]
    [InlineData("[\"x\"]")]
    public void Read_of_JSON_that_is_not_a_batch_throws_JsonException(string body) =>
        Assert.ThrowsAny<JsonException>(() => GeocodingJson.ReadBatch(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Read_of_invalid_UTF_8_returns_or_throws_JsonException()
    {
        foreach (var member in new[] { "feature.id", "feature.text", "feature.text_de", "feature.place_type", "properties.kind", "properties.feature_tags", "query" })
        {
            var bytes = Encoding.Latin1.GetBytes(With(member, member switch
            {
                "feature.place_type" or "query" => "[\"\u00ff\"]",
                "properties.feature_tags" => "{\"\u00ff\":\"\u00fe\"}",
                _ => "\"\u00ff\"",
            }));
            ReadsOrIsJsonError(bytes);
        }
    }

    [Fact]
    public void Read_of_a_truncated_response_throws_JsonException()
    {
        var full = Encoding.UTF8.GetBytes(GeocodingJsonTests.Full);

        Gen.Int[0, full.Length - 2].Sample(length => Assert.ThrowsAny<JsonException>(() => GeocodingJson.Read(full.AsSpan(0, length))), iter: 500);
    }

    [Fact]
    public void Read_of_a_damaged_response_returns_or_throws_JsonException()
    {
        var full = Encoding.UTF8.GetBytes(GeocodingJsonTests.Full);

        Gen.Select(Gen.Int[0, full.Length - 1], Gen.Byte).Sample((at, with) =>
        {
            var damaged = full.ToArray();
            damaged[at] = with;
            ReadsOrIsJsonError(damaged);
        }, iter: 5_000);
    }

    private static void ReadsOrIsJsonError(string json) => ReadsOrIsJsonError(Encoding.UTF8.GetBytes(json));

    // All that a user can look at is looked at: some of it is read late.
    private static void ReadsOrIsJsonError(byte[] json)
    {
        GeocodingResult? result;
        try
        {
            result = GeocodingJson.Read(json);
        }
        catch (JsonException)
        {
            return;
        }

        foreach (var feature in result?.Features ?? [])
        {
            Assert.NotNull(feature);
            Assert.NotNull(feature.Id);
            Assert.All([feature.Texts, feature.PlaceNames, feature.Languages, feature.Properties.FeatureTags], Assert.NotNull);
            Assert.All(feature.Context, context => Assert.NotNull(context?.Texts));
            Assert.NotEmpty(feature.ToString()!);
        }
    }

    private static string With(string member, string value)
    {
        var (owner, name) = member.Split('.') is [var o, var n] ? (o, n) : ("result", member);
        string Extra(string of) => of == owner ? $"\"{name}\":{value}," : "";
        return $$"""
            { "features": [ { "id":"a.1", "center":[1,2], "properties":{ {{Extra("properties")}} "x":1 }, "context":[ { {{Extra("context")}} "x":1 } ], {{Extra("feature")}} "x":1 } ],
              {{Extra("result")}} "x":1 }
            """;
    }
}
