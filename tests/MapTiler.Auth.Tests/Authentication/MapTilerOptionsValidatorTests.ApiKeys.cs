namespace MapTiler.Tests.Authentication;

public sealed partial class MapTilerOptionsValidatorTests
{
    [Theory]
    [InlineData("k3y", "k3y")]
    [InlineData("  k3y\r\n", "k3y")]
    [InlineData("\tget_your_own_key_1234567890\n", "get_your_own_key_1234567890")]
    [InlineData("a-b.c~d/e+f=g%20#?", "a-b.c~d/e+f=g%20#?")]
    [InlineData("MYOUR_KEY", "MYOUR_KEY")]
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
    [InlineData("<c4nary>", "placeholder")]
    [InlineData("{c4nary}", "placeholder")]
    [InlineData("[c4nary]", "placeholder")]
    [InlineData("api_key", "placeholder")]
    [InlineData("ChangeMe", "placeholder")]
    [InlineData("TODO", "placeholder")]
    public void Value_that_cannot_be_a_key_is_rejected_and_not_repeated(string value, string reason)
    {
        var canary = value.Contains("c4nary", StringComparison.Ordinal) ? "c4nary" : null;

        var failure = Assert.Single(ValidatedOptions.Failures(o => o.ApiKey = value, canary));
        var ofBrowser = Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.BrowserApiKey) = ("k", value), canary));
        var ofMap = Assert.Single(ValidatedOptions.Failures(o => { o.ApiKey = "k"; o.MapApiKeys["streets-v4"] = value; }, canary));

        Assert.StartsWith("MapTiler:tenant-a:ApiKey ", failure, StringComparison.Ordinal);
        Assert.StartsWith("MapTiler:tenant-a:BrowserApiKey ", ofBrowser, StringComparison.Ordinal);
        Assert.StartsWith("MapTiler:tenant-a:MapApiKeys:streets-v4 ", ofMap, StringComparison.Ordinal);
        Assert.All([failure, ofBrowser, ofMap], text => Assert.Contains(reason, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void Blank_key_counts_as_missing(string blank)
    {
        Assert.Contains("ApiKey is missing", Assert.Single(ValidatedOptions.Failures(o => o.ApiKey = blank)), StringComparison.Ordinal);
        Assert.Null(ValidatedOptions.From(o => (o.ApiKey, o.BrowserApiKey) = ("k", blank)).BrowserApiKey);
        Assert.Contains("MapApiKeys:x is blank",
            Assert.Single(ValidatedOptions.Failures(o => { o.ApiKey = "k"; o.MapApiKeys["x"] = blank; })), StringComparison.Ordinal);
    }
}
