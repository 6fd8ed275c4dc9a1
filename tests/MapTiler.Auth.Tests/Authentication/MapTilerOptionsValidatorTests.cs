using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

public sealed partial class MapTilerOptionsValidatorTests
{
    [Fact]
    public void Options_without_a_credential_are_rejected_with_the_settings_to_use()
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
    public void Authentication_without_its_credential_is_rejected(MapTilerAuthentication mode, bool hasKey, bool hasToken, string? missing)
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
    public void AllowMissingCredential_allows_options_without_a_credential(MapTilerAuthentication mode) =>
        Assert.Null(ValidatedOptions.From(o => (o.AllowMissingCredential, o.Authentication) = (true, mode)).ApiKey);

    [Fact]
    public void Authentication_of_an_undefined_value_is_rejected() =>
        Assert.StartsWith("MapTiler:tenant-a:Authentication is not a defined value",
            Assert.Single(ValidatedOptions.Failures(o => (o.ApiKey, o.Authentication) = ("k", MapTilerAuthentication.None + 1))), StringComparison.Ordinal);

    [Fact]
    public void AllowMissingCredential_does_not_allow_an_invalid_credential() =>
        Assert.Equal(2, ValidatedOptions.Failures(o => (o.AllowMissingCredential, o.ApiKey, o.ServiceToken) = (true, "c4nary x", "c4nary"), "c4nary").Length);

    [Fact]
    public void Options_with_an_API_key_provider_need_no_key()
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
    public void ServiceToken_of_another_form_is_rejected_and_not_repeated(string token)
    {
        var failure = Assert.Single(ValidatedOptions.Failures(o => o.ServiceToken = token, "c4na"));

        Assert.StartsWith("MapTiler:tenant-a:ServiceToken is not a service token", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void ServiceToken_is_trimmed() =>
        Assert.Equal(TestToken.Text, ValidatedOptions.From(o => o.ServiceToken = $" {TestToken.Text}\r\n").ServiceToken);

    [Fact]
    public void Options_with_several_errors_are_rejected_with_all_of_them()
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

        string[] options = ["ApiKey", "BrowserApiKey", "MapApiKeys", "MapApiKeys", "ServiceToken", "UserAgent", "Origin", "BaseAddress", "ServiceBaseAddress"];
        Assert.Equal(options.Select(option => "MapTiler:tenant-a:" + option), failures.Select(failure => failure.Split(' ')[0].TrimEnd(':')));
    }

    private sealed class AnyKey : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new("k");
    }
}
