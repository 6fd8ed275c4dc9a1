using CsCheck;
using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public class UserAgentTextTests
{
    private static readonly Gen<string> Token = Gen.Char["!#$%&'*+-.^_`|~0123456789abcXYZ"].Array[1, 8].Select(chars => new string(chars));

    private static readonly Gen<string> Words = Gen.OneOf("a", "1.2", ";", ",", ":", "/", "@", " ", "\\)", "\\(", "\\\\", "\"", "[x]").Array[0, 6].Select(string.Concat);

    private static readonly Gen<string> Comment = Gen.Select(Words, Words, Words, Gen.Bool,
        (before, within, after, isNested) => isNested ? $"({before}({within}){after})" : $"({before}{after})");

    private static readonly Gen<string> Product = Gen.Select(Token, Token, Gen.Bool, (name, version, hasVersion) => hasVersion ? name + "/" + version : name);

    private static readonly Gen<string> Valid = Gen.Select(Product, Gen.OneOf(Product, Comment).Array[0, 4], Gen.OneOf(" ", "  "),
        (first, others, space) => string.Join(space, [first, .. others]));

    [Theory]
    [InlineData("my-app")]
    [InlineData("coolest-mobile-map-app/1.2 (Plzen)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101")]
    [InlineData("a/1  b/2")]
    [InlineData("app (a (nested) comment)")]
    [InlineData("app (an escaped \\) parenthesis)")]
    [InlineData("(only a comment)")]
    [InlineData("a!#$%&'*+-.^_`|~b/1")]
    public void Valid_User_Agent_is_unchanged(string userAgent)
    {
        Assert.Equal(userAgent, ValidatedOptions.From(o => (o.ApiKey, o.UserAgent) = ("k", userAgent)).UserAgent);
        Assert.Equal(userAgent, ValidatedOptions.From(o => (o.ApiKey, o.UserAgent) = ("k", $"  {userAgent}\r\n")).UserAgent);
        using var handler = new UserAgentHandler(userAgent);
    }

    [Theory]
    [InlineData("c4nary:1.0")]
    [InlineData("My/c4nary/1.0")]
    [InlineData("c4nary/")]
    [InlineData("/c4nary")]
    [InlineData("c4nary/ 1.0")]
    [InlineData("c4nary (unbalanced")]
    [InlineData("c4nary unbalanced)")]
    [InlineData("c4nary ((a)")]
    [InlineData("c4nary (a\\)")]
    [InlineData("c4nary(no space)")]
    [InlineData("(no space)c4nary")]
    [InlineData("c4nary/1.0, other/2.0")]
    [InlineData("c4nary;other")]
    [InlineData("c4nary@example.com")]
    [InlineData("\"c4nary\"")]
    [InlineData("c4nary/1.0\r\nX-Injected: 1")]
    [InlineData("c4nary/1.0\rX")]
    [InlineData("c4nary/1.0\nX")]
    [InlineData("c4nary (a\r\n b)")]
    [InlineData("c4nary\0")]
    [InlineData("c4nary\t1")]
    [InlineData("c4nary\u007f")]
    [InlineData("c4nary (Plzeň)")]
    [InlineData("c4nary-😀")]
    [InlineData("c4naryи")]
    public void Invalid_User_Agent_is_rejected_and_not_repeated(string userAgent)
    {
        var failure = Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.UserAgent) = ("k", userAgent), "c4nary"));
        Assert.StartsWith("MapTiler:tenant-a:UserAgent ", failure, StringComparison.Ordinal);

        var error = Assert.Throws<ArgumentException>(() => new UserAgentHandler(userAgent));
        Assert.Equal("userAgent", error.ParamName);
        Assert.DoesNotContain("c4nary", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" app")]
    [InlineData("app ")]
    public void UserAgentHandler_with_a_blank_or_untrimmed_value_throws(string userAgent) =>
        Assert.Equal("userAgent", Assert.Throws<ArgumentException>(() => new UserAgentHandler(userAgent)).ParamName);

    [Fact]
    public void UserAgentHandler_with_null_throws() =>
        Assert.Equal("userAgent", Assert.Throws<ArgumentNullException>(() => new UserAgentHandler((string)null!)).ParamName);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Blank_UserAgent_option_is_the_default(string blank) =>
        Assert.Null(ValidatedOptions.From(o => (o.ApiKey, o.UserAgent) = ("k", blank)).UserAgent);

    [Fact]
    public void Generated_valid_User_Agents_are_accepted_by_HttpClient() =>
        Valid.Sample(userAgent =>
        {
            using var handler = new UserAgentHandler(userAgent);
            return IsValidForDotnet(userAgent);
        }, iter: 200);

    [Fact]
    public void Any_accepted_User_Agent_is_accepted_by_HttpClient() =>
        Gen.Char["ab1/().\\ :;é\r\n\0"].Array[1, 10].Select(chars => new string(chars)).Sample(text =>
            UserAgentText.Check(text) is not null || IsValidForDotnet(text), iter: 50_000);

    [Theory]
    [InlineData("My App", "My-App")]
    [InlineData("Můj(app)/1:0\r\n", "M-j-app--1-0--")]
    [InlineData("plain.App_1", "plain.App_1")]
    public void Token_replaces_invalid_characters(string text, string expected) => Assert.Equal(expected, UserAgentText.Token(text));

    [Fact]
    public void Default_with_and_without_an_entry_assembly_is_valid()
    {
        var own = UserAgentText.Default(null);
        var full = UserAgentText.Default(typeof(UserAgentTextTests).Assembly);

        Assert.StartsWith("MapTiler.Auth/", own, StringComparison.Ordinal);
        Assert.StartsWith("MapTiler.Auth.Tests", full, StringComparison.Ordinal);
        Assert.EndsWith(" " + own, full, StringComparison.Ordinal);
        Assert.All([own, full], text => Assert.True(UserAgentText.Check(text) is null && IsValidForDotnet(text)));
    }

    [Fact]
    public void Default_contains_a_version_without_its_commit() =>
        Assert.DoesNotContain('+', UserAgentText.Default(typeof(object).Assembly));

    private static bool IsValidForDotnet(string userAgent)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(userAgent);
    }
}
