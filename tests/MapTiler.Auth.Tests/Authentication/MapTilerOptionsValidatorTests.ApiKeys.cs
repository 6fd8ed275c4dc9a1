using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests.Authentication;

public sealed partial class MapTilerOptionsValidatorTests
{
    [Theory]
    [InlineData("k3y", "k3y")]
    [InlineData("  k3y\r\n", "k3y")]
    [InlineData("\tget_your_own_key_1234567890\n", "get_your_own_key_1234567890")]
    [InlineData("a-b.c~d/e+f=g%20#?", "a-b.c~d/e+f=g%20#?")]
    [InlineData("MYOUR_KEY", "MYOUR_KEY")]
    [InlineData("aa", "aa")]
    [InlineData("id_of_another_kind_000102030405060708090a0b0c0d0e0f", "id_of_another_kind_000102030405060708090a0b0c0d0e0f")]
    [InlineData("abcdefghijklmnopqrst_0123456789abcdef", "abcdefghijklmnopqrst_0123456789abcdef")] // too short for a service token
    public void Key_of_any_form_is_valid_and_trimmed(string given, string expected)
    {
        Assert.Equal(expected, ValidatedOptions.From(o => o.ApiKey = given).ApiKey);
        Assert.Equal(expected, ValidatedOptions.From(o => (o.ApiKey, o.BrowserApiKey) = ("k", given)).BrowserApiKey);
        Assert.Equal(expected, ValidatedOptions.From(o => { o.ApiKey = "k"; o.MapApiKeys["streets-v4"] = given; }).MapApiKeys["streets-v4"]);
    }

    [Theory]
    [InlineData("c4nary c4nary", "white space")]
    [InlineData("c4nary\r\nc4nary", "white space")]
    [InlineData("c4nary\tx", "white space")]
    [InlineData("c4nary\u00a0x", "white space")]
    [InlineData("c4nary\0x", "control")]
    [InlineData("c4nary\u0007x", "control")]
    [InlineData("c4nary&x=1", "'&'")]
    [InlineData("YOUR_MAPTILER_API_KEY", "placeholder")]
    [InlineData("YOUR_MAPTILER_API_KEY_HERE", "placeholder")]
    [InlineData("your-c4nary", "placeholder")]
    [InlineData("insert_c4nary", "placeholder")]
    [InlineData("insert-c4nary", "placeholder")]
    [InlineData("enter_c4nary", "placeholder")]
    [InlineData("enter-c4nary", "placeholder")]
    [InlineData("<c4nary>", "placeholder")]
    [InlineData("{c4nary}", "placeholder")]
    [InlineData("[c4nary]", "placeholder")]
    [InlineData("api_key", "placeholder")]
    [InlineData("ApiKey", "placeholder")]
    [InlineData("MAPTILER_API_KEY", "placeholder")]
    [InlineData("change_me", "placeholder")]
    [InlineData("undefined", "placeholder")]
    [InlineData("aaa", "placeholder")]
    [InlineData("ChangeMe", "placeholder")]
    [InlineData("TODO", "placeholder")]
    [InlineData("REPLACE_ME", "placeholder")]
    [InlineData("...", "placeholder")]
    [InlineData("xxxxxxxx", "placeholder")]
    [InlineData("null", "placeholder")]
    [InlineData("\"c4nary\"", "quotation marks")]
    [InlineData("'c4nary'", "quotation marks")]
    [InlineData("${c4nary}", "not resolved")]
    [InlineData("$(c4nary)", "not resolved")]
    [InlineData("#{c4nary}#", "not resolved")]
    [InlineData("%c4nary%", "not resolved")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://c4nary)", "not resolved")]
    [InlineData("key=c4nary", "follows the '='")]
    [InlineData("apikey=c4nary", "follows the '='")]
    [InlineData("api_key=c4nary", "follows the '='")]
    [InlineData("MAPTILER_API_KEY=c4nary", "follows the '='")]
    [InlineData("https://api.maptiler.com/maps/streets-v4/style.json?key=c4nary", "URL")]
    [InlineData("c4nary_000102030405060708090a0b0c0d0e0f", "MapTiler:ServiceToken")]
    public void Value_that_cannot_be_a_key_is_rejected_and_not_repeated(string value, string reason)
    {
        var canary = value.Contains("c4nary", StringComparison.Ordinal) ? "c4nary" : null;

        var failure = Assert.Single(ValidatedOptions.Failures(o => o.ApiKey = value, canary));
        var ofBrowser = Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.BrowserApiKey) = ("k", value), canary));
        var ofMap = Assert.Single(ValidatedOptions.Failures(o => { o.ApiKey = "k"; o.MapApiKeys["streets-v4"] = value; }, canary));

        Assert.StartsWith("MapTiler:tenant-a:ApiKey ", failure, StringComparison.Ordinal);
        Assert.StartsWith("MapTiler:tenant-a:BrowserApiKey ", ofBrowser, StringComparison.Ordinal);
        Assert.StartsWith("MapTiler:tenant-a:MapApiKeys (entry 1) ", ofMap, StringComparison.Ordinal);
        Assert.All([failure, ofBrowser, ofMap], text => Assert.Contains(reason, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'c4nary'")]
    [InlineData("${c4nary}")]
    [InlineData("key=c4nary")]
    [InlineData("c4nary_000102030405060708090a0b0c0d0e0f")]
    public async Task Value_that_cannot_be_a_key_is_rejected_wherever_a_key_enters(string value)
    {
        using var request = new HttpRequestMessage();
        using var services = Clients.Services(StubTransport.AlwaysJson(), builder => builder.Services.AddSingleton<ApiKeyProvider>(new ApiKeyProvider.Fixed(value)));

        Exception[] errors =
        [
            Assert.Throws<OptionsValidationException>(() => new MapTilerClient(new MapTilerOptions { ApiKey = value })),
            Assert.Throws<ArgumentException>("apiKey", () => new MapTilerClient(value)),
            Assert.Throws<ArgumentException>("apiKey", () => new MapTilerUrlBuilder(value)),
            Assert.Throws<ArgumentException>("apiKey", () => new ApiKeyHandler(value)),
            Assert.Throws<ArgumentException>("apiKey", () => request.SetMapTilerApiKey(value)),
            await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: TestContext.Current.CancellationToken)),
        ];

        Assert.All(errors, error => Assert.DoesNotContain("c4nary", error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Credential_as_the_name_of_a_key_is_rejected_and_not_repeated()
    {
        Assert.StartsWith("MapTiler:tenant-a:MapApiKeys (entry 2) has a credential as its name",
            Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.MapApiKeys["streets-v4"], o.MapApiKeys["c4nary01"]) = ("c4nary01", "k", "k"), "c4nary")), StringComparison.Ordinal);
        Assert.StartsWith("MapTiler:tenant-a:MapApiKeys (entry 1) has a credential as its name",
            Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.MapApiKeys[TestToken.Text]) = ("k", "k"), TestToken.SecretText)), StringComparison.Ordinal);
    }

    [Fact]
    public void BrowserApiKey_that_is_the_ApiKey_is_rejected_and_not_repeated() =>
        Assert.StartsWith("MapTiler:tenant-a:BrowserApiKey is the same key as ApiKey", Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.BrowserApiKey) = ("c4nary", "c4nary"), "c4nary")), StringComparison.Ordinal);

    [Theory]
    [InlineData("UserAgent")]
    [InlineData("Origin")]
    [InlineData("BaseAddress")]
    [InlineData("ServiceBaseAddress")]
    public void Credential_in_an_option_that_is_sent_or_logged_is_rejected_and_not_repeated(string option)
    {
        var token = "c4nary_" + TestToken.SecretText[..32]; // not longer than a part of a host name
        foreach (var secret in new[] { "c4nary0123456789", token })
        {
            var failure = Assert.Single(ValidatedOptions.Failures(o =>
            {
                o.ApiKey = secret == token ? "k" : secret;
                o.ServiceToken = secret == token ? secret : null;
                if (option == "UserAgent")
                    o.UserAgent = "app/" + secret;
                else if (option == "Origin")
                    o.Origin = $"https://{secret}.example";
                else if (option == "BaseAddress")
                    o.BaseAddress = new Uri("https://api.maptiler.com/" + secret);
                else
                    o.ServiceBaseAddress = new Uri("https://api.maptiler.com/" + secret);
            }, secret));

            Assert.StartsWith($"MapTiler:tenant-a:{option} contains a credential", failure, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void Blank_key_counts_as_missing(string blank)
    {
        Assert.Contains("ApiKey is missing", Assert.Single(ValidatedOptions.Failures(o => o.ApiKey = blank)), StringComparison.Ordinal);
        Assert.Null(ValidatedOptions.From(o => (o.ApiKey, o.BrowserApiKey) = ("k", blank)).BrowserApiKey);
        Assert.Contains("MapApiKeys (entry 1) is blank",
            Assert.Single(ValidatedOptions.Failures(o => { o.ApiKey = "k"; o.MapApiKeys["x"] = blank; })), StringComparison.Ordinal);
    }
}
