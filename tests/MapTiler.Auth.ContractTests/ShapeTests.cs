using System.Text.Json;

namespace MapTiler.ContractTests;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("string", "\"a\"")]
    [InlineData("integer", "8")]
    [InlineData("number", "8.5")]
    [InlineData("8", "8.0")]
    [InlineData("-1..1", "-0.5")]
    [InlineData("'a b'", "\"a b\"")]
    [InlineData("'*/tiles/*?key=*'", "\"http://host/tiles/x?key=\"")]
    [InlineData("/^[a-z]{2}$/", "\"de\"")]
    [InlineData("string | null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("[integer]", "[]")]
    [InlineData("[integer+]", "[1, 2]")]
    [InlineData("[integer, string]", "[1, \"a\"]")]
    [InlineData("[some 'a']", "[1, \"a\"]")]
    [InlineData("{ a: integer, b?: string }", "{\"a\":1}")]
    [InlineData("{ 'a:b': any, ... }", "{\"a:b\":1,\"c\":2}")]
    [InlineData("{ a: any, /^text_/?: string }", "{\"a\":null,\"text_de\":\"x\"}")]
    [InlineData("{ a: [Language] } | { b: true }", "{\"b\":true}")]
    [InlineData("{ a.b.c: 1, 'a.b': 2 }", "{\"a\":{\"b\":{\"c\":1},\"d\":2},\"a.b\":2}")]
    public void A_value_of_the_shape_has_no_difference(string shape, string json) => Assert.Empty(Compare(json, shape));

    [Theory]
    [InlineData("string", "1", "$ is not a string: 1")]
    [InlineData("integer", "8.5", "$ is not an integer: 8.5")]
    [InlineData("0..1", "2", "$ is not 0 to 1: 2")]
    [InlineData("'a*'", "\"b\"", "$ is not 'a*': \"b\"")]
    [InlineData("[]", "[1]", "$ is not an empty array: [1]")]
    [InlineData("[any+]", "[]", "$ is empty")]
    [InlineData("[any, any]", "[1]", "$ has 1 items, not 2")]
    [InlineData("[some 'a']", "[1]", "$ has no item as expected: [1]")]
    [InlineData("[any]", "{}", "$ is not an array: {}")]
    [InlineData("[{ a: string }]", "[{\"a\":\"x\"},{\"a\":1}]", "$[1].a is not a string: 1")]
    [InlineData("{ a: any }", "{}", "$ has no member 'a'")]
    [InlineData("{ a.b: any }", "{\"a\":{}}", "$.a has no member 'b'")]
    [InlineData("{ a.b: any }", "{\"a\":1}", "$.a is not an object: 1")]
    [InlineData("{ ... }", "[]", "$ is not an object: []")]
    [InlineData("{ a: any }", "{\"a\":1,\"b\":2}", "$ has the member 'b', which is not known")]
    [InlineData("{ /^text_/: string, ... }", "{\"text\":\"x\"}", "$ has no member '/^text_/'")]
    [InlineData("{ a?: string }", "{\"a\":null}", "$.a is not a string: null")]
    [InlineData("{ a: string } | null", "{\"a\":1}", "$.a is not a string: 1")]
    [InlineData("any", "", null)]
    public void Another_value_has_a_difference_that_is_located(string shape, string json, string? difference)
    {
        if (difference is null)
            Assert.ThrowsAny<JsonException>(() => Compare(json, shape));
        else
            Assert.Equal([difference], Compare(json, shape));
    }

    [Theory]
    [InlineData("{ a }")]
    [InlineData("[string")]
    [InlineData("string }")]
    [InlineData("NoSuchShape")]
    public void A_shape_that_cannot_be_read_is_an_error(string shape) => Assert.Throws<FormatException>(() => Shape.Parse(shape));

    private static List<string> Compare(string json, string shape)
    {
        using var document = JsonDocument.Parse(json);
        return Shape.Compare(document.RootElement, shape);
    }
}
