using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public class CredentialQueryTests
{
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
    public void Only_the_credential_and_the_fragment_go(string address, string expected) => Assert.Equal(expected, Redaction.RemoveFromUrl(address));

    [Theory]
    [InlineData("https://h/p?key=x#f", "https://h/p#f")]
    [InlineData("https://h/p?a=1&key=x&signature=y#1.0/2.00000/3.00000", "https://h/p?a=1#1.0/2.00000/3.00000")]
    [InlineData("https://h/p?monkey=1#key=x", "https://h/p?monkey=1#key=x")]
    [InlineData("https://h/p#?key=x", "https://h/p#?key=x")]
    public void An_address_keeps_its_fragment(string address, string expected) =>
        Assert.Equal(expected, Redaction.RemoveFromUrl(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://h/p")]
    [InlineData("https://h/p?a=1#f")]
    [InlineData("https://h/key/signature")]
    public void An_address_without_credential_stays_the_same_object(string address)
    {
        var uri = new Uri(address);

        Assert.Same(uri, Redaction.RemoveFromUrl(uri));
    }
}
