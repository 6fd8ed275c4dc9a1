using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.AspNetCore.Documents;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed class LabelLanguageTests
{
    private const string Name = """["coalesce",["get","name:de"],["get","name"]]""";

    /// <summary>The labels of styles of version 2, and of version 4 (a style with a label in English is localized).</summary>
    [Theory]
    [InlineData(""" "{name:en}" """, Name)]
    [InlineData(""" ["coalesce",["get","name:en"],["get","name"]] """, Name)]
    [InlineData(""" ["get","name:en"] """, Name)]
    [InlineData(""" ["get","name"] """, Name)]
    [InlineData(""" "{name}" """, """ "{name}" """)] // a localized style displays local names on purpose, for example of streets
    [InlineData(""" "{ref}" """, """ "{ref}" """)]
    [InlineData(""" ["get","ref"] """, """ ["get","ref"] """)]
    [InlineData(""" "{name:en}\n{ele} m" """, """["concat",["coalesce",["get","name:de"],["get","name"]],"\n",["to-string",["get","ele"]]," m"]""")]
    [InlineData(
        """ ["concat",["coalesce",["get","name:en"],["get","name"]],"\n",["get","ele"]," m"] """,
        """["concat",["coalesce",["get","name:de"],["get","name"]],"\n",["get","ele"]," m"]""")]
    [InlineData(
        """ ["case",["match",["get","subclass"],["parking_garage"],true,false],"",["get","name"]] """,
        """["case",["match",["get","subclass"],["parking_garage"],true,false],"",["coalesce",["get","name:de"],["get","name"]]]""")]
    [InlineData(
        """ ["case",["==",["get","name"],"x"],["get","name"],["match",["get","name"],"a","b",["get","name:en"]]] """,
        """["case",["==",["get","name"],"x"],["coalesce",["get","name:de"],["get","name"]],["match",["get","name"],"a","b",["coalesce",["get","name:de"],["get","name"]]]]""")]
    [InlineData(""" {"stops":[[8," "],[9,"{iata}"],[12,"{name:en}"]]} """, """["step",["zoom"]," ",9,["to-string",["get","iata"]],12,["coalesce",["get","name:de"],["get","name"]]]""")]
    [InlineData(""" {"stops":[[8," "],[11,"{ref}"]]} """, """ {"stops":[[8," "],[11,"{ref}"]]} """)]
    [InlineData(""" ["literal",["get","name"]] """, """ ["literal",["get","name"]] """)]
    [InlineData(""" [] """, """ [] """)]
    [InlineData(""" 5 """, """ 5 """)]
    public void Apply_replaces_the_names_in_a_text_field(string field, string expected)
    {
        var style = Style($$"""{"type":"symbol","source":"m","layout":{"text-field":{{field}}} }, {"type":"symbol","source":"m","layout":{"text-field":"{name:en}"} }""");

        var result = JsonNode.Parse(LabelLanguage.Apply(style, "de", "api.maptiler.com").Span)!["layers"]![0]!["layout"]!["text-field"]!;

        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), result.ToJsonString());
    }

    [Fact]
    public void Apply_to_a_style_with_local_names_only_replaces_them() => Assert.Equal(
        Name, JsonNode.Parse(LabelLanguage.Apply(Style("""{"type":"symbol","source":"m","layout":{"text-field":"{name}"} }"""), "de", "api.maptiler.com").Span)!["layers"]![0]!["layout"]!["text-field"]!.ToJsonString());

    [Theory]
    [InlineData("""{"type":"symbol","source":"other","layout":{"text-field":"{name:en}"} }""")]
    [InlineData("""{"type":"symbol","source":"unknown","layout":{"text-field":"{name:en}"} }""")]
    [InlineData("""{"type":"line","source":"m","layout":{"text-field":"{name:en}"} }""")]
    [InlineData("""{"type":"symbol","source":"m","layout":{"icon-image":"{name:en}"} }""")]
    [InlineData("""{"type":"symbol","source":"m"}""")]
    [InlineData("""{"type":5,"source":{},"layout":[] }""")]
    [InlineData(""" 5 """)]
    public void Apply_does_not_change_other_layers(string layer) =>
        Assert.Equal(JsonNode.Parse(Style(layer).Span)!.ToJsonString(), JsonNode.Parse(LabelLanguage.Apply(Style(layer), "de", "api.maptiler.com").Span)!.ToJsonString());

    [Theory]
    [InlineData("{")]
    [InlineData("""{"layers":[],"layers":[]}""")]
    [InlineData("""{"layers":[{"type":"symbol","source":"m","layout":{"text-field":"{name:en}\ud800"}}],"sources":{"m":{"url":"https://api.maptiler.com/tiles/v4/tiles.json"}}}""")]
    public void Apply_to_malformed_JSON_throws_a_JsonException(string style) =>
        Assert.ThrowsAny<JsonException>(() => LabelLanguage.Apply(Encoding.UTF8.GetBytes(style), "de", "api.maptiler.com"));

    [Theory]
    [InlineData("de", true)]
    [InlineData("ja", true)]
    [InlineData("zh-Hant", true)]
    [InlineData("DE", false)]
    [InlineData("xx", false)]
    [InlineData("", false)]
    [InlineData("de\"]", false)]
    public void IsSupported_accepts_language_codes_only(string language, bool expected) => Assert.Equal(expected, LabelLanguage.IsSupported(language));

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-CH,de;q=0.9,en;q=0.8", "de")]
    [InlineData("en;q=0.5,ja", "ja")]
    [InlineData("xx,fr;q=0.2", "fr")]
    [InlineData("de;q=0,fr;q=0.1", "fr")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("*", null)]
    [InlineData("xx", null)]
    [InlineData(";;;", null)]
    [InlineData("", null)]
    public void FromHeader_returns_the_preferred_language(string header, string? expected) => Assert.Equal(expected, LabelLanguage.FromHeader(header));

    [Theory]
    [InlineData("?language=xx")]
    [InlineData("?language=")]
    [InlineData("?language=de&language=fr")]
    [InlineData("?language=de%22%5D")]
    public async Task Style_in_an_unknown_language_is_a_bad_request(string query)
    {
        await using var upstream = await LoopbackServer.StartAsync(SendStyleAsync);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData(BrowserMapsMode.Proxy)]
    [InlineData(BrowserMapsMode.SignedRedirect)]
    public async Task Style_is_cached_for_each_language(BrowserMapsMode mode)
    {
        await using var upstream = await LoopbackServer.StartAsync(SendStyleAsync);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode, o => o.CacheSize = 1_000_000, account: o => o.BaseAddress = upstream.BaseAddress);
        string[] queries = ["", "?language=de", "?language=ja"];

        foreach (var query in queries.Concat(queries))
        {
            var style = await app.GetStringAsync("/maptiler/maps/streets-v4/style.json" + query);
            Assert.Contains(query.Length == 0 ? "{name:en}" : $"name:{query[^2..]}", style, StringComparison.Ordinal);
        }

        Assert.Equal(3, upstream.Requests.Count);
    }

    [Theory]
    [InlineData(true, "", "name:ja")]
    [InlineData(true, "?language=de", "name:de")]
    [InlineData(false, "", "{name:en}")]
    public async Task Style_has_the_language_of_the_browser_if_the_application_allows_it(bool isAllowed, string query, string expected)
    {
        await using var upstream = await LoopbackServer.StartAsync(SendStyleAsync);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.UseAcceptLanguage = isAllowed);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/style.json" + query, ("Accept-Language", "ja,en;q=0.5"));

        Assert.Contains(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(isAllowed, response.Headers.Vary.Contains("Accept-Language"));
    }

    private static ReadOnlyMemory<byte> Style(string layers) => Encoding.UTF8.GetBytes(
        $$"""{"version":8,"sources":{"m":{"type":"vector","url":"https://api.maptiler.com/tiles/v4/tiles.json?key=k"},"other":{"type":"vector","url":"https://tiles.example/tiles.json"} },"layers":[{{layers}}]}""");

    private static Task SendStyleAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "public, max-age=60";
        return context.Response.WriteAsync(
            $$"""{"sources":{"m":{"url":"http://{{context.Request.Host}}/tiles/v4/tiles.json"} },"layers":[{"type":"symbol","source":"m","layout":{"text-field":"{name:en}"} }]}""");
    }
}
