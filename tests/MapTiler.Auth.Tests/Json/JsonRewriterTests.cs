using System.Text;
using System.Text.Json;
using MapTiler.Authentication;

namespace MapTiler.Tests.Json;

/// <summary>Credentials are removed from responses, and nothing else.</summary>
public class JsonRewriterTests
{
    [Theory]
    [InlineData("https://h/p?key=k", "https://h/p")]
    [InlineData("https://h/p?key=k&a=1", "https://h/p?a=1")]
    [InlineData("https://h/p?a=1&key=k&signature=s=", "https://h/p?a=1")]
    [InlineData("https://h/p?key=k&signature=s=&a=1&b=2", "https://h/p?a=1&b=2")]
    [InlineData("https://h/{z}/{x}/{y}.png?key=k&mtsid=1", "https://h/{z}/{x}/{y}.png?mtsid=1")]
    [InlineData("https://h/p?key=k#top", "https://h/p#top")]
    [InlineData("<a href=\"https://h/?x=1&amp;key=k\">M</a> <a href='https://h/?key=k'>O</a> #1 ?", "<a href=\"https://h/?x=1\">M</a> <a href='https://h/'>O</a> #1 ?")]
    [InlineData("/login?back=https%3A%2F%2Fh%2F%3Fkey%3Dk%26signature%3Ds%3D%26a%3D1", "/login?back=https%3A%2F%2Fh%2F%3Fa%3D1")]
    [InlineData("https://p/?url=https%3A%2F%2Fx%3Fkey%3DABC&z=1", "https://p/?url=https%3A%2F%2Fx&z=1")]
    [InlineData("https://h/p?key=a%2Fb&a=1", "https://h/p?a=1")]
    [InlineData("#ff0000", "#ff0000")]
    [InlineData("What? A key=value pair", "What? A key=value pair")]
    [InlineData("https://h/wmts?", "https://h/wmts?")]
    [InlineData("https://h/p?monkey=1&keys=2", "https://h/p?monkey=1&keys=2")]
    [InlineData("Turnkey #5 signature dish?", "Turnkey #5 signature dish?")]
    public void Credentials_of_URLs_are_removed_and_the_rest_kept(string text, string expected) => Assert.Equal(expected, Redaction.RemoveFromText(text));

    [Fact]
    public void Style_keeps_its_colors_numbers_and_strings()
    {
        const string Style = """{"name":"What? #1","url":"https://h/?key=SECRET","escaped":"https://h/?\u006bey=SECRET","https://h/?key=SECRET":1.50,"half":"\ud800 https://h/?key=SECRET","color":"#ff0000","more":"<b>ž</b>","text":["{name}","a\"b"],"n":-1e3,"t":true,"x":null}""";

        var json = Encoding.UTF8.GetString(JsonRewriter.RemoveCredentials(Encoding.UTF8.GetBytes(Style)));

        Assert.DoesNotContain("SECRET", json, StringComparison.Ordinal);
        Assert.Contains("\"color\":\"#ff0000\",\"more\":\"<b>ž</b>\"", json, StringComparison.Ordinal); // as it came
        Assert.Contains(":1.50,", json, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("What? #1", document.RootElement.GetProperty("name").GetString());
        Assert.Equal("a\"b", document.RootElement.GetProperty("text")[1].GetString());
    }

    [Fact]
    public void JSON_without_credentials_is_not_copied()
    {
        var json = """{"a":"b"}"""u8;

        Assert.True(JsonRewriter.RemoveCredentials(json) == json);
    }

    [Theory]
    [InlineData("\uFEFF{\"a\":1.50e0}", "{\"a\":1.50e0}")]
    [InlineData("[\"\\u010d\\/\",null,true,-0]", "[\"\\u010d\\/\",null,true,-0]")]
    public void Rewrite_copies_everything_but_changed_strings(string json, string expected) => Assert.Equal(expected, Rewrite(json));

    [Fact]
    public void Rewrite_accepts_deeply_nested_JSON()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(deep, Rewrite(deep));
    }

    [Fact]
    public void Capabilities_are_returned_without_credentials_comments_and_instructions()
    {
        const string Xml = """<?xml version="1.0"?><?xml-stylesheet href="https://h/?key=SECRET"?><!-- ?key=SECRET --><Capabilities xmlns:x="http://www.w3.org/1999/xlink"><Title>Route #5 what?</Title><Get x:href="https://h/wmts?"/><R t="https://h/{z}?a=1&amp;key=SECRET"/><D><![CDATA[https://h/?key=SECRET]]></D></Capabilities>""";

        var document = WmtsDocument.Read(Encoding.UTF8.GetBytes(Xml)).ToString();

        Assert.DoesNotContain("SECRET", document, StringComparison.Ordinal);
        Assert.Contains("Route #5 what?", document, StringComparison.Ordinal);
        Assert.Contains("\"https://h/wmts?\"", document, StringComparison.Ordinal);
        Assert.Contains("\"https://h/{z}?a=1\"", document, StringComparison.Ordinal);
    }

    private static string Rewrite(string json) => Encoding.UTF8.GetString(JsonRewriter.Rewrite(Encoding.UTF8.GetBytes(json), value => value).Span);
}
