using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public class ServiceTokenTests
{
    private const string Canary = "c0ffee5ecret"; // even, not hexadecimal

    public static TheoryData<string> NotTokens =>
    [
        "", " ", "\r\n", "_", "nounderscore", "abc", "0123456789abcdef",
        "_00ff", "id_", "id_0", "id_0ff", "id_0g", "id_00 ff", "id_00ff_", "id__00ff", "id_00_ff", "_id_00ff", "id_0x00",
        "i d_00ff", "i\td_00ff", "íd_00ff", "id&x=1_00ff", "id\r\nX_00ff", "id?_00ff", "id#_00ff", "id%41_00ff", "id_00\u0661\u0661", "id_٠٠",
        "id_" + Canary,
    ];

    [Fact]
    public void KeyId_is_the_part_before_the_underscore() => Assert.Equal("AZ-az09", ServiceToken.Parse("AZ-az09_00ff").KeyId);

    [Theory]
    [InlineData(" {0}")]
    [InlineData("{0}\r\n")]
    [InlineData("\t {0} \n")]
    public void Parse_ignores_white_space_around_a_token(string format)
    {
        var token = ServiceToken.Parse(format.Replace("{0}", TestToken.Text, StringComparison.Ordinal));

        Assert.Equal(TestToken.KeyId, token.KeyId);
        Assert.Equal(TestToken.Value.Sign(new Uri("https://api.maptiler.com/x")), token.Sign(new Uri("https://api.maptiler.com/x")));
    }

    [Fact]
    public void Parse_accepts_a_secret_in_either_case_and_of_any_even_length()
    {
        var uri = new Uri("https://api.maptiler.com/geocoding/Brno.json");

        Assert.Equal(ServiceToken.Parse("id_00ffab").Sign(uri), ServiceToken.Parse("id_00FFaB").Sign(uri));
        Assert.NotEqual(ServiceToken.Parse("id_00").Sign(uri), ServiceToken.Parse("id_01").Sign(uri));
        Assert.True(ServiceToken.TryParse("id_" + new string('a', 2000), out _));
    }

    [Theory, MemberData(nameof(NotTokens))]
    public void Parse_of_another_form_throws_without_repeating_it(string text)
    {
        Assert.False(ServiceToken.TryParse(text, out var token));
        Assert.Null(token);

        var error = Assert.Throws<FormatException>(() => ServiceToken.Parse(text));
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.OrdinalIgnoreCase);
        if (text.Trim().Length > 4)
            Assert.DoesNotContain(text.Trim(), error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Parse_of_null_throws()
    {
        Assert.False(ServiceToken.TryParse(null, out var token));
        Assert.Null(token);
        Assert.Equal("token", Assert.Throws<ArgumentNullException>(() => ServiceToken.Parse(null!)).ParamName);
    }

    [Fact]
    public void Text_and_JSON_of_a_token_do_not_contain_the_secret()
    {
        var printed = string.Join('\n',
            TestToken.Value.ToString(),
            $"{TestToken.Value}",
            JsonSerializer.Serialize(TestToken.Value),
            JsonSerializer.Serialize(new { Token = TestToken.Value }),
            JsonSerializer.Serialize<object>(new[] { TestToken.Value }));

        Assert.Equal(TestToken.KeyId + "_***", TestToken.Value.ToString());
        Assert.Equal("\"***\"", JsonSerializer.Serialize(TestToken.Value));
        Assert.DoesNotContain(TestToken.SecretText, printed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Debugger_display_is_the_masked_text() =>
        Assert.Equal("{ToString(),nq}", typeof(ServiceToken).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);

    [Fact]
    public void Token_is_deserialized_from_a_JSON_string() =>
        Assert.Equal(TestToken.KeyId, JsonSerializer.Deserialize<ServiceToken>($"\" {TestToken.Text} \"")?.KeyId);

    [Theory]
    [InlineData("\"***\"")]
    [InlineData("\"\"")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"id_" + Canary + "\"")]
    public void JSON_that_is_not_a_token_throws_JsonException_without_repeating_it(string json)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ServiceToken>(json));

        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maps/streets-v4/style.json", UriKind.Relative)]
    [InlineData("maps", UriKind.Relative)]
    [InlineData("ftp://api.maptiler.com/maps", UriKind.Absolute)]
    [InlineData("file:///etc/hosts", UriKind.Absolute)]
    [InlineData("mailto:a@example.com", UriKind.Absolute)]
    [InlineData("wss://api.maptiler.com/maps", UriKind.Absolute)]
    public void Sign_of_a_URL_that_is_not_absolute_http_throws(string uri, UriKind kind) =>
        Assert.Equal("uri", Assert.Throws<ArgumentException>(() => TestToken.Value.Sign(new Uri(uri, kind))).ParamName);

    [Fact]
    public void Sign_of_null_throws() => Assert.Equal("uri", Assert.Throws<ArgumentNullException>(() => TestToken.Value.Sign((Uri)null!)).ParamName);

    [Theory]
    [InlineData("?key=OTHER&limit=1", "?limit=1")]
    [InlineData("?limit=1&key=OTHER", "?limit=1")]
    [InlineData("?a=1&key=OTHER&b=2&signature=x&c=3", "?a=1&b=2&c=3")]
    [InlineData("?key=1&key=2&signature=3&signature=4", "")]
    [InlineData("?key", "")]
    [InlineData("?key=&signature=", "")]
    [InlineData("?key=OTHER&", "")]
    [InlineData("?&key=OTHER", "")]
    [InlineData("?", "")]
    [InlineData("?%6bey=OTHER", "")]
    [InlineData("?keyword=a&monkey=b&key_=c&akey=d&signatures=e", "?keyword=a&monkey=b&key_=c&akey=d&signatures=e")]
    [InlineData("?KEY=a&Signature=b", "?KEY=a&Signature=b")]
    [InlineData("?q=key=5&r=a+b%26key%3D7", "?q=key=5&r=a+b%26key%3D7")]
    [InlineData("?a=1&&b=2", "?a=1&&b=2")]
    [InlineData("?a=key=OTHER", "?a=key=OTHER")]
    [InlineData("?x=%2520%2F%3b%2B;,@:[]!'()*", "?x=%2520%2F%3b%2B;,@:[]!'()*")]
    public void Sign_replaces_only_key_and_signature(string query, string kept)
    {
        var signed = TestToken.Value.Sign(new Uri("https://api.maptiler.com/geocoding/Brno.json" + query)).AbsoluteUri;

        Assert.Equal(IndependentSignature.Sign("https://api.maptiler.com/geocoding/Brno.json" + kept, TestToken.Text), signed);
    }

    [Theory]
    [InlineData("HTTPS://API.MapTiler.com:443/a/../maps/./x?y=1", "https://api.maptiler.com/maps/x?y=1")]
    [InlineData("http://localhost:80/x", "http://localhost/x")]
    [InlineData("http://127.0.0.1:5080/x", "http://127.0.0.1:5080/x")]
    [InlineData("http://[::1]:5080/x", "http://[::1]:5080/x")]
    [InlineData("https://api.maptiler.com/a b/č/|{}/%7e%c3%bc?q=a b|č{}%7e#f?key=x", "https://api.maptiler.com/a%20b/%C4%8D/%7C%7B%7D/~%C3%BC?q=a%20b%7C%C4%8D%7B%7D~")]
    [InlineData("https://api.maptiler.com", "https://api.maptiler.com/")]
    public void Sign_signs_the_URL_that_HttpClient_sends(string uri, string normal) =>
        Assert.Equal(IndependentSignature.Sign(normal, TestToken.Text), TestToken.Value.Sign(new Uri(uri)).AbsoluteUri);

    [Fact]
    public void Sign_of_an_international_host_signs_its_Punycode() =>
        Assert.Equal(
            IndependentSignature.Sign("https://xn--plze-y2a.example/x?y=1", TestToken.Text),
            TestToken.Value.Sign(new Uri("https://plzeň.example/x?y=1")).AbsoluteUri);

    [Fact]
    public void Sign_of_a_signed_URL_returns_the_same_URL()
    {
        var once = TestToken.Value.Sign(new Uri("https://api.maptiler.com/maps/streets-v4/?a=1#2/3/4"));

        Assert.Equal(once, TestToken.Value.Sign(once));
        Assert.Equal("", once.Fragment);
    }

    [Fact]
    public void Sign_of_a_long_URL_signs_all_of_it()
    {
        var address = "https://api.maptiler.com/geocoding/" + new string('x', 20_000) + ".json";

        Assert.Equal(IndependentSignature.Sign(address, TestToken.Text), TestToken.Value.Sign(new Uri(address)).AbsoluteUri);
    }
}
