using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public sealed partial class RedactionTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("nothing here", "nothing here")]
    [InlineData("Invalid key", "Invalid key")]
    [InlineData("s3cret", "***")]
    [InlineData("a s3cret and a s3cret", "a *** and a ***")]
    [InlineData("x\"s3cret\"y", "x\"***\"y")]
    [InlineData("https://h/p?key=s3cret&a=1", "https://h/p?key=***&a=1")]
    [InlineData("The proxy tunnel request to proxy 'http://me:pass@proxy:3128/' failed", "The proxy tunnel request to proxy 'http://***@proxy:3128/' failed")]
    [InlineData("https://h/p?mail=a@b.example", "https://h/p?mail=a@b.example")]
    [InlineData("https://h/p?key=other&a=1", "https://h/p?key=***&a=1")]
    [InlineData("https://h/p?a=1&key=k&signature=ab-_=", "https://h/p?a=1&key=***&signature=***")]
    [InlineData("two: ?key=a ?key=b", "two: ?key=*** ?key=***")]
    [InlineData("<a href='x?key=k'>x</a>", "<a href='x?key=***'>x</a>")]
    [InlineData("{\"url\":\"x?key=k\"}", "{\"url\":\"x?key=***\"}")]
    [InlineData("x?key=k#f", "x?key=***#f")]
    [InlineData("(x?key=k)", "(x?key=***)")]
    [InlineData("key=", "key=***")]
    [InlineData("key=&a=1", "key=***&a=1")]
    [InlineData("key=\r\nnext", "key=***\r\nnext")]
    [InlineData("Authorization: Token id_00ff\r\nHost: h", "Authorization: Token ***\r\nHost: h")]
    [InlineData("key=key=key=", "key=***")]
    [InlineData("/login?back=https%3A%2F%2Fh%2Fp%3Fsignature%3Dab-_%3D", "/login?back=https%3A%2F%2Fh%2Fp%3Fsignature%3D***")]
    [InlineData("{\"u\":\"x?signature\\u003dab-_\"}", "{\"u\":\"x?signature\\u003d***\"}")]
    [InlineData("Invalid token given", "Invalid token given")]
    [InlineData("S3CRET", "***")]
    [InlineData("?KEY=other", "?KEY=***")]
    [InlineData("?\\u006bey\\u003dother\\u0026a=1", "?\\u006bey\\u003d***\\u0026a=1")]
    [InlineData("?key=\\u006fther", "?key=***")]
    [InlineData("100% of s3cret", "100% of ***")]
    [InlineData("s3cre%74", "***")]
    [InlineData("s3cre%2525", "s3cre%2525")]
    [InlineData("%733cret", "***")]
    [InlineData("&#10f;3cret", "&#10f;3cret")]
    [InlineData("\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061", "\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061")]
    [InlineData("C:\\", "C:\\")]
    public void Redact_masks_credentials_and_keeps_the_rest(string text, string expected) => Assert.Equal(expected, Redaction.Mask(text, "s3cret"));

    [Theory]
    [InlineData("sent a/b+c=", "sent ***")]
    [InlineData("sent a%2Fb%2Bc%3D", "sent ***")]
    [InlineData("sent a\\/b+c=", "sent ***")]
    [InlineData("sent a\\_b+c=", "sent a\\_b+c=")]
    [InlineData("sent a b", "sent a b")]
    public void Redact_masks_the_escaped_secret(string text, string expected) => Assert.Equal(expected, Redaction.Mask(text, "a/b+c="));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Redact_without_a_secret_masks_the_credentials_of_URLs(string? secret) =>
        Assert.Equal("s3cret ?key=***", Redaction.Mask("s3cret ?key=s3cret", secret));

    [Theory]
    [InlineData("sent keyid_0123456789abcdef.", "sent ***.")]
    [InlineData("sent 0123456789ABCDEF.", "sent ***.")]
    [InlineData("sent keyid_", "sent keyid_")]
    public void Mask_of_service_token_masks_its_secret_also_without_the_key_id(string text, string expected) => Assert.Equal(expected, Redaction.Mask(text, "keyid_0123456789abcdef"));

    [Theory]
    [InlineData("sent short.", "sent short.")]
    [InlineData("sent key-of-the-shop_short.", "sent ***.")]
    public void Mask_of_a_key_with_an_underscore_masks_the_complete_key_only(string text, string expected) => Assert.Equal(expected, Redaction.Mask(text, "key-of-the-shop_short"));

    [Fact]
    public void Redact_of_a_masked_text_returns_it_unchanged()
    {
        var masked = Redaction.Mask("x?key=s3cret&signature=abc Token t", "s3cret");

        Assert.Equal(masked, Redaction.Mask(masked, "s3cret"));
    }

    [Theory]
    [InlineData("https://h/p", "https://h/p")]
    [InlineData("https://h/p?", "https://h/p")]
    [InlineData("https://h/p#f", "https://h/p")]
    [InlineData("https://h/p?a=1#f?key=x", "https://h/p?a=1")]
    [InlineData("https://h/p?key=x", "https://h/p")]
    [InlineData("https://h/p?key=x&a=1", "https://h/p?a=1")]
    [InlineData("https://h/p?a=1&key=x", "https://h/p?a=1")]
    [InlineData("https://h/p?a=1&signature=x&b=2", "https://h/p?a=1&b=2")]
    [InlineData("https://h/p?key=x&signature=y", "https://h/p")]
    [InlineData("https://h/p?key", "https://h/p")]
    [InlineData("https://h/p?key&a", "https://h/p?a")]
    [InlineData("https://h/p?key=x&key=y&key=z", "https://h/p")]
    [InlineData("https://h/p?key=x&", "https://h/p")]
    [InlineData("https://h/p?&key=x", "https://h/p")]
    [InlineData("https://h/p?a=1&&key=x&&b=2", "https://h/p?a=1&&&b=2")]
    [InlineData("https://h/p?key=a=b&c", "https://h/p?c")]
    [InlineData("https://h/p?keyword=1&monkey=2&key2=3&signatures=4&a=key&b=key=5", "https://h/p?keyword=1&monkey=2&key2=3&signatures=4&a=key&b=key=5")]
    [InlineData("https://h/p?Key=1&SIGNATURE=2", "https://h/p?Key=1&SIGNATURE=2")]
    [InlineData("https://h/key=x?a=1", "https://h/key=x?a=1")]
    [InlineData("https://h/p?a=1?key=x", "https://h/p?a=1?key=x")]
    [InlineData("https://h/p?x=%2f%2F+%20&key=k", "https://h/p?x=%2f%2F+%20")]
    public void Remove_of_a_string_removes_the_credential_and_the_fragment(string address, string expected) => Assert.Equal(expected, Redaction.RemoveFromUrl(address));

    [Theory]
    [InlineData("https://h/p?key=x#f", "https://h/p#f")]
    [InlineData("https://h/p?a=1&key=x&signature=y#1.0/2.00000/3.00000", "https://h/p?a=1#1.0/2.00000/3.00000")]
    [InlineData("https://h/p?monkey=1#key=x", "https://h/p?monkey=1#key=x")]
    [InlineData("https://h/p#?key=x", "https://h/p#?key=x")]
    public void Remove_of_a_Uri_keeps_the_fragment(string address, string expected) =>
        Assert.Equal(expected, Redaction.RemoveFromUrl(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://h/p")]
    [InlineData("https://h/p?a=1#f")]
    [InlineData("https://h/key/signature")]
    public void Remove_of_a_Uri_without_a_credential_returns_the_same_instance(string address)
    {
        var uri = new Uri(address);

        Assert.Same(uri, Redaction.RemoveFromUrl(uri));
    }
}
