using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class OriginRulesTests : EmulatorTest
{
    private const string Path = "/geolocation/ip.json";

    [Theory]
    [InlineData("example.com", "https://example.com")]
    [InlineData("example.com", "http://EXAMPLE.com:8443")]
    [InlineData("Example.com", "https://example.com")]
    [InlineData("*.example.com", "https://shop.example.com")]
    [InlineData("*.example.com", "https://a.b.example.com")]
    [InlineData("localhost", "http://localhost:5173")]
    public Task Key_with_origins_accepts_a_listed_origin(string rule, string origin) =>
        AssertStatusAsync(HttpStatusCode.OK, SendFromAsync([rule], ("Origin", origin)));

    [Theory]
    [InlineData("example.com", "https://example.org")]
    [InlineData("example.com", "https://shop.example.com")]
    [InlineData("example.com", "https://notexample.com")]
    [InlineData("*.example.com", "https://example.com")]
    [InlineData("*.example.com", "https://notexample.com")]
    [InlineData("example.com", "example.com")]
    public Task Key_with_origins_rejects_another_origin(string rule, string origin) =>
        AssertRejectedAsync(SendFromAsync([rule], ("Origin", origin)), HttpStatusCode.Forbidden, "Key not allowed");

    [Fact]
    public Task Key_with_origins_rejects_a_request_without_an_origin() =>
        AssertRejectedAsync(SendFromAsync(["example.com"]), HttpStatusCode.Forbidden, "Key not allowed");

    [Fact]
    public Task Question_mark_accepts_a_request_without_an_origin() =>
        AssertStatusAsync(HttpStatusCode.OK, SendFromAsync(["example.com", "?"]));

    [Fact]
    public Task Question_mark_rejects_another_origin() =>
        AssertStatusAsync(HttpStatusCode.Forbidden, SendFromAsync(["example.com", "?"], ("Origin", "https://example.org")));

    [Fact]
    public Task Origin_null_counts_as_no_origin() =>
        AssertStatusAsync(HttpStatusCode.Forbidden, SendFromAsync(["example.com"], ("Origin", "null"), ("Referer", "https://example.com/")));

    [Fact]
    public Task Origin_null_is_accepted_with_a_question_mark() =>
        AssertStatusAsync(HttpStatusCode.OK, SendFromAsync(["?"], ("Origin", "null")));

    [Fact]
    public Task Referer_is_used_if_there_is_no_origin() =>
        AssertStatusAsync(HttpStatusCode.OK, SendFromAsync(["example.com"], ("Referer", "https://example.com/page?x=1")));

    [Fact]
    public Task Origin_takes_precedence_over_the_referer() =>
        AssertStatusAsync(
            HttpStatusCode.Forbidden,
            SendFromAsync(["example.com"], ("Origin", "https://example.org"), ("Referer", "https://example.com/")));

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData("example.com:8080")]
    [InlineData("example.com/path")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("a.*.com")]
    public void Rule_that_is_not_a_domain_throws(string rule) =>
        Assert.Throws<ArgumentException>(() => new EmulatedKey("key") { Origins = [rule] });

    [Theory]
    [InlineData("my-app", "my-app/1.0", HttpStatusCode.OK)]
    [InlineData("my-app", "not-my-app-at-all/2", HttpStatusCode.OK)]
    [InlineData("my-app", "My-App/1.0", HttpStatusCode.Forbidden)]
    [InlineData("my-app", "curl/8.0", HttpStatusCode.Forbidden)]
    [InlineData("", "curl/8.0", HttpStatusCode.OK)]
    public Task User_agent_must_contain_the_rule_with_the_same_case(string rule, string userAgent, HttpStatusCode expected)
    {
        var key = Emulator.AddKey("app", userAgent: rule);
        return AssertStatusAsync(expected, SendAsync(WithKey(Path, key.Key), headers: ("User-Agent", userAgent)));
    }

    [Fact]
    public Task Key_with_a_user_agent_rejects_a_request_without_one() =>
        AssertRejectedAsync(
            SendAsync(WithKey(Path, Emulator.AddKey("app", userAgent: "my-app").Key)), HttpStatusCode.Forbidden, "Key not allowed");

    [Theory]
    [InlineData("https://example.com", "my-app/1", HttpStatusCode.OK)]
    [InlineData("https://example.org", "my-app/1", HttpStatusCode.Forbidden)]
    [InlineData("https://example.com", "other/1", HttpStatusCode.Forbidden)]
    public Task Key_with_both_restrictions_requires_both(string origin, string userAgent, HttpStatusCode expected)
    {
        var key = Emulator.AddKey("both", ["example.com"], "my-app");
        return AssertStatusAsync(expected, SendAsync(WithKey(Path, key.Key), null, ("Origin", origin), ("User-Agent", userAgent)));
    }

    private Task<HttpResponseMessage> SendFromAsync(string[] origins, params (string, string)[] headers) =>
        SendAsync(WithKey(Path, Emulator.AddKey("page", origins).Key), null, headers);
}
