using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

public sealed partial class MapTilerOptionsValidatorTests
{
    [Fact]
    public void Without_a_credential_the_options_are_refused_with_the_way_out()
    {
        var failure = Assert.Single(ValidatedOptions.Failures(_ => { }));

        Assert.Contains("MapTiler:tenant-a:ApiKey is missing", failure, StringComparison.Ordinal);
        Assert.Contains("dotnet user-secrets set MapTiler:tenant-a:ApiKey", failure, StringComparison.Ordinal);
        Assert.Contains("MapTiler:tenant-a:ServiceToken", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MapTilerAuthentication.Automatic, false, false, "ApiKey")]
    [InlineData(MapTilerAuthentication.Automatic, true, false, null)]
    [InlineData(MapTilerAuthentication.Automatic, false, true, null)]
    [InlineData(MapTilerAuthentication.Automatic, true, true, null)]
    [InlineData(MapTilerAuthentication.ApiKey, false, false, "ApiKey")]
    [InlineData(MapTilerAuthentication.ApiKey, true, false, null)]
    [InlineData(MapTilerAuthentication.ApiKey, false, true, "ApiKey")]
    [InlineData(MapTilerAuthentication.ApiKey, true, true, null)]
    [InlineData(MapTilerAuthentication.Signed, false, false, "ServiceToken")]
    [InlineData(MapTilerAuthentication.Signed, true, false, "ServiceToken")]
    [InlineData(MapTilerAuthentication.Signed, false, true, null)]
    [InlineData(MapTilerAuthentication.Signed, true, true, null)]
    public void Each_mode_needs_its_own_credential(MapTilerAuthentication mode, bool hasKey, bool hasToken, string? missing)
    {
        void Configure(MapTilerOptions options)
        {
            options.Authentication = mode;
            options.ApiKey = hasKey ? "k" : null;
            options.ServiceToken = hasToken ? TestToken.Text : null;
        }

        if (missing is null)
            Assert.Equal(mode, ValidatedOptions.From(Configure).Authentication);
        else
            Assert.Contains($"MapTiler:tenant-a:{missing} is missing", Assert.Single(ValidatedOptions.Failures(Configure)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MapTilerAuthentication.Automatic)]
    [InlineData(MapTilerAuthentication.ApiKey)]
    [InlineData(MapTilerAuthentication.Signed)]
    [InlineData(MapTilerAuthentication.None)]
    public void A_missing_credential_can_be_allowed(MapTilerAuthentication mode) =>
        Assert.Null(ValidatedOptions.From(o => (o.AllowMissingCredential, o.Authentication) = (true, mode)).ApiKey);

    [Fact]
    public void An_unknown_mode_is_refused() =>
        Assert.StartsWith("MapTiler:tenant-a:Authentication is not a defined value",
            Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.Authentication) = ("k", MapTilerAuthentication.None + 1))), StringComparison.Ordinal);

    [Fact]
    public void A_wrong_credential_is_refused_also_where_a_missing_one_is_allowed() =>
        Assert.Equal(2, ValidatedOptions.Failures(o => (o.AllowMissingCredential, o.ApiKey, o.ServiceToken) = (true, "c4nary x", "c4nary"), "c4nary").Length);

    [Fact]
    public void A_provider_of_the_application_is_a_credential()
    {
        var options = ValidatedOptions.Get(services => services.AddMapTiler("tenant-a", _ => { }).UseApiKeyProvider<AnyKey>(), "tenant-a");

        Assert.Null(options.ApiKey);
    }

    [Theory]
    [InlineData("c4nary")]
    [InlineData("id_c4nary")]
    [InlineData("c4nary_0ff")]
    [InlineData("c4nary_00_ff")]
    [InlineData("c4nary_")]
    [InlineData("_c4na")]
    [InlineData("Token c4nary_00ff")]
    public void A_token_of_another_form_is_refused_unprinted(string token)
    {
        var failure = Assert.Single(ValidatedOptions.Failures(o => o.ServiceToken = token, "c4na"));

        Assert.StartsWith("MapTiler:tenant-a:ServiceToken is not a service token", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_trimmed() =>
        Assert.Equal(TestToken.Text, ValidatedOptions.From(o => o.ServiceToken = $" {TestToken.Text}\r\n").ServiceToken);

    [Fact]
    public void All_errors_are_listed_at_once()
    {
        var failures = ValidatedOptions.Failures(o =>
        {
            o.ApiKey = "c4nary c4nary";
            o.BrowserApiKey = "c4nary&c4nary";
            o.MapApiKeys["one"] = "c4nary\nc4nary";
            o.MapApiKeys["two"] = "<c4nary>";
            o.ServiceToken = "c4nary";
            o.UserAgent = "c4nary:1.0";
            o.Origin = "c4nary";
            o.BaseAddress = new Uri("http://c4nary.example/");
            o.ServiceBaseAddress = new Uri("https://c4nary.example/?x=1");
        }, "c4nary");

        string[] options = ["ApiKey", "BrowserApiKey", "MapApiKeys:one", "MapApiKeys:two", "ServiceToken", "UserAgent", "Origin", "BaseAddress", "ServiceBaseAddress"];
        Assert.Equal(options.Select(option => "MapTiler:tenant-a:" + option), failures.Select(failure => failure.Split(' ')[0].TrimEnd(':')));
    }

    private sealed class AnyKey : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new("k");
    }
}
