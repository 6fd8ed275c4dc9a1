using System.Text;
using MapTiler.AspNetCore.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed class JsonRewriterTests
{
    [Fact]
    public void Rewrite_rewrites_property_names_too() =>
        Assert.Equal("""{"***":{"https://maps.example/maptiler/tiles/v3/tiles.json":1}}""", Rewrite("{\"" + Secrets.Key + "\":{\"https://api.maptiler.com/tiles/v3/tiles.json?key=" + Secrets.Key + "\":1}}"));

    [Theory]
    [InlineData("\uFEFF{\"a\":1.50e0}", "{\"a\":1.50e0}")]
    [InlineData("[\"\\u010d\\/\",null,true,-0]", "[\"\\u010d\\/\",null,true,-0]")]
    public void Rewrite_copies_everything_but_strings_unchanged(string json, string expected) => Assert.Equal(expected, Rewrite(json));

    [Fact]
    public void Rewrite_accepts_deeply_nested_JSON()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(deep, Rewrite(deep));
    }

    private static string Rewrite(string json)
    {
        var urls = new UrlRewriter(new MapTilerOptions { ApiKey = Secrets.Key }, "https://maps.example/maptiler", new BrowserMapsOptions(), NullLogger.Instance);
        return Encoding.UTF8.GetString(JsonRewriter.Rewrite(Encoding.UTF8.GetBytes(json), urls).Span);
    }
}
