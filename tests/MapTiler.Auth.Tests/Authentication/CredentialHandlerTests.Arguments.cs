using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public sealed partial class CredentialHandlerTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("c4nary c4nary")]
    [InlineData("c4nary\r\nX: y")]
    [InlineData("c4nary&x=1")]
    [InlineData("YOUR_c4nary")]
    public void Invalid_key_throws_without_the_key_in_the_message(string key)
    {
        using var request = new HttpRequestMessage();

        var ofHandler = Assert.Throws<ArgumentException>(() => new ApiKeyHandler(key));
        var ofRequest = Assert.Throws<ArgumentException>(() => request.SetMapTilerApiKey(key));

        Assert.Equal(("apiKey", "apiKey"), (ofHandler.ParamName, ofRequest.ParamName));
        Assert.All([ofHandler, ofRequest], error => Assert.Matches("^The API key (is|contains) ", error.Message));
        Assert.DoesNotContain("c4nary", ofHandler.ToString() + ofRequest, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_of_a_request_is_not_in_its_text()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");

        Assert.Same(request, request.SetMapTilerApiKey(" c4nary "));

        Assert.DoesNotContain("c4nary", request + request.Headers.ToString() + request.RequestUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_origin_throws_with_the_valid_form() =>
        Assert.StartsWith("The origin is not an origin: a scheme and a host", Assert.Throws<ArgumentException>("origin", () => new ApiKeyHandler("k", origin: "example.com")).Message, StringComparison.Ordinal);

    [Fact]
    public void Null_argument_throws()
    {
        using var request = new HttpRequestMessage();

        Assert.Equal("apiKey", Assert.Throws<ArgumentNullException>(() => new ApiKeyHandler((string)null!)).ParamName);
        Assert.Equal("provider", Assert.Throws<ArgumentNullException>(() => new ApiKeyHandler((ApiKeyProvider)null!)).ParamName);
        Assert.Equal("token", Assert.Throws<ArgumentNullException>(() => new RequestSigningHandler((ServiceToken)null!)).ParamName);
        Assert.Equal("token", Assert.Throws<ArgumentNullException>(() => new ServiceApiHandler((ServiceToken)null!)).ParamName);
        Assert.Equal("apiKey", Assert.Throws<ArgumentNullException>(() => request.SetMapTilerApiKey(null!)).ParamName);
        Assert.Equal("request", Assert.Throws<ArgumentNullException>(() => ((HttpRequestMessage)null!).SetMapTilerApiKey("k")).ParamName);
    }

    [Theory]
    [InlineData("http://api.maptiler.com/")]
    [InlineData("http://emulator:5080/")]
    [InlineData("https://user@api.maptiler.com/")]
    [InlineData("ftp://api.maptiler.com/")]
    [InlineData("/relative")]
    public void Insecure_or_incomplete_base_address_throws(string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);

        Assert.Equal("baseAddress", Assert.Throws<ArgumentException>(() => new ApiKeyHandler("k", uri)).ParamName);
        Assert.Equal("baseAddress", Assert.Throws<ArgumentException>(() => new RequestSigningHandler(TestToken.Value, uri)).ParamName);
        Assert.Equal("baseAddress", Assert.Throws<ArgumentException>(() => new ServiceApiHandler(TestToken.Value, uri)).ParamName);
    }
}
