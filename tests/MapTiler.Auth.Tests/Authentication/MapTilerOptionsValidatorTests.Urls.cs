namespace MapTiler.Tests.Authentication;

public sealed partial class MapTilerOptionsValidatorTests
{
    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://maps.example.com:8443")]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("https://[::1]:5001")]
    [InlineData("https://xn--plze-y2a.example")]
    public void Origin_with_a_scheme_and_a_host_is_valid(string origin) =>
        Assert.Equal(origin, ValidatedOptions.From(o => (o.ApiKey, o.Origin) = ("k", $" {origin} ")).Origin);

    [Theory]
    [InlineData("c4nary.example")]
    [InlineData("https://c4nary.example/")]
    [InlineData("https://c4nary.example/path")]
    [InlineData("https://c4nary.example?x")]
    [InlineData("https://c4nary.example#x")]
    [InlineData("https://user@c4nary.example")]
    [InlineData("https://*.c4nary.example")]
    [InlineData("ftp://c4nary.example")]
    [InlineData("//c4nary.example")]
    [InlineData("https://c4nary.example, https://other.example")]
    [InlineData("https://c4nary.example\r\nX-Injected: 1")]
    [InlineData("https://c4nary.example\r\n")]
    [InlineData("https://c4nary-ň.example")]
    [InlineData("https://")]
    [InlineData("*")]
    [InlineData("null")]
    public void Origin_of_another_form_is_rejected(string origin)
    {
        if (origin.Trim() == origin)
            Assert.StartsWith("MapTiler:tenant-a:Origin is not an origin",
                Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.Origin) = ("k", origin), "c4nary")), StringComparison.Ordinal);

        Assert.Equal("origin", Assert.Throws<ArgumentException>(() => new MapTiler.Authentication.ApiKeyHandler("k", origin: origin)).ParamName);
    }

    [Theory]
    [InlineData("https://api.maptiler.com")]
    [InlineData("https://maps.example.com:8443/")]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://[::1]:5080/")]
    [InlineData("http://localhost:3650/api/")]
    [InlineData("https://gateway.example.com/maps/v2")]
    public void BaseAddress_with_https_or_on_the_loopback_is_valid(string address)
    {
        var options = ValidatedOptions.From(o => (o.ApiKey, o.BaseAddress, o.ServiceBaseAddress) = ("k", new Uri(address), new Uri(address)));

        Assert.Equal(new Uri(address), options.BaseAddress);
    }

    [Theory]
    [InlineData("http://c4nary.example/", "https")]
    [InlineData("http://api.maptiler.com/", "https")]
    [InlineData("http://localhost.c4nary.example/", "https")]
    [InlineData("http://192.168.1.1/", "https")]
    [InlineData("https://c4nary.example//", "path")]
    [InlineData("https://c4nary.example/a//b/", "path")]
    [InlineData("https+http://c4nary", "service discovery")]
    [InlineData("http://c4nary/", "service discovery")]
    [InlineData("https://c4nary.example/?key=c4nary", "must not have a query")]
    [InlineData("https://c4nary.example/?", "must not have a query")]
    [InlineData("https://c4nary.example/#c4nary", "must not have a query")]
    [InlineData("https://c4nary:c4nary@c4nary.example/", "must not have a query")]
    [InlineData("ftp://c4nary.example/", "absolute")]
    [InlineData("file:///c4nary", "absolute")]
    [InlineData("c4nary.example", "absolute")]
    [InlineData("/c4nary", "absolute")]
    [InlineData("", "absolute")]
    [InlineData("http://[fe80::1%25c4nary]/", "zone")]
    public void BaseAddress_of_another_form_is_rejected_and_not_repeated(string address, string reason)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);

        var failures = ValidatedOptions.Failures(o => (o.ApiKey, o.BaseAddress, o.ServiceBaseAddress) = ("k", uri, uri), "c4nary");

        Assert.Collection(failures,
            failure => Assert.StartsWith("MapTiler:tenant-a:BaseAddress: ", failure, StringComparison.Ordinal),
            failure => Assert.StartsWith("MapTiler:tenant-a:ServiceBaseAddress: ", failure, StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.Contains(reason, failure, StringComparison.Ordinal));
    }

    [Fact]
    public void BaseAddress_null_is_rejected() =>
        Assert.Equal(2, ValidatedOptions.Failures(o => (o.ApiKey, o.BaseAddress, o.ServiceBaseAddress) = ("k", null!, null!)).Length);

    [Fact]
    public void AllowInsecureBaseAddress_allows_http()
    {
        var emulator = new Uri("http://emulator:8080/");

        Assert.Equal(emulator, ValidatedOptions.From(o => (o.ApiKey, o.AllowInsecureBaseAddress, o.BaseAddress) = ("k", true, emulator)).BaseAddress);
        Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.AllowInsecureBaseAddress, o.BaseAddress) = ("k", true, new Uri("http://emulator/?x=1"))));
    }
}
