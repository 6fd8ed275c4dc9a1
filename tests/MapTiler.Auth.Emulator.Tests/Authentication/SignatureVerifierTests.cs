using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class SignatureVerifierTests : EmulatorTest
{
    private const string BadSignature = "Invalid signature";

    private string Signed => Signing.Sign($"{Emulator.BaseAddress}geocoding/Z%C3%BCrich.json?limit=1", Emulator.ServiceToken);

    private string Id => Emulator.ServiceToken.Split('_')[0];

    [Fact]
    public Task Signed_request_is_accepted() => AssertStatusAsync(HttpStatusCode.OK, SendAsync(Signed));

    [Fact]
    public Task Signature_without_padding_is_accepted() => AssertStatusAsync(HttpStatusCode.OK, SendAsync(Signed.TrimEnd('=')));

    [Fact]
    public Task Signature_with_escaped_padding_is_accepted() =>
        AssertStatusAsync(HttpStatusCode.OK, SendAsync(Signed.TrimEnd('=') + "%3D"));

    [Fact]
    public Task Signature_for_the_host_of_the_request_is_accepted()
    {
        var url = $"http://localhost:{Emulator.BaseAddress.Port}/geolocation/ip.json";
        return AssertStatusAsync(HttpStatusCode.OK, SendAsync(Signing.Sign(url, Emulator.ServiceToken)));
    }

    [Fact]
    public Task A_signature_for_another_host_is_invalid()
    {
        var elsewhere = Signing.Sign("https://api.maptiler.com/geolocation/ip.json", Emulator.ServiceToken);
        return AssertRejectedAsync(SendAsync(new Uri(elsewhere).PathAndQuery), HttpStatusCode.Forbidden, BadSignature);
    }

    [Theory]
    [InlineData("limit=1", "limit=2")]
    [InlineData("Z%C3%BCrich", "Zurich")]
    [InlineData("geocoding/", "geocoding/x")]
    public Task Url_that_was_changed_after_signing_is_rejected(string text, string changed) =>
        AssertRejectedAsync(SendAsync(Signed.Replace(text, changed)), HttpStatusCode.Forbidden, BadSignature);

    [Fact]
    public Task A_parameter_after_the_signature_is_rejected() =>
        AssertRejectedAsync(SendAsync(Signed + "&mtsid=1"), HttpStatusCode.Forbidden, BadSignature);

    [Fact]
    public Task Two_signatures_are_rejected()
    {
        var signature = Signed[Signed.IndexOf("&signature=", StringComparison.Ordinal)..];
        return AssertRejectedAsync(SendAsync(Signed + signature), HttpStatusCode.Forbidden, BadSignature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public Task A_wrong_signature_is_rejected(string signature) =>
        AssertRejectedAsync(SendAsync($"/geolocation/ip.json?key={Id}&signature={signature}"), HttpStatusCode.Forbidden, BadSignature);

    [Fact]
    public Task Id_of_a_token_without_a_signature_is_rejected() =>
        AssertRejectedAsync(SendAsync(WithKey("/geolocation/ip.json", Id)), HttpStatusCode.Forbidden, InvalidKey);

    [Fact]
    public Task Signature_with_an_api_key_is_rejected() =>
        AssertRejectedAsync(SendAsync($"/geolocation/ip.json?key={Emulator.ApiKey}&signature=AAAA"), HttpStatusCode.Forbidden, BadSignature);

    [Fact]
    public Task A_signature_of_an_unknown_token_is_rejected() =>
        AssertRejectedAsync(SendAsync("/geolocation/ip.json?key=nobody&signature=AAAA"), HttpStatusCode.Forbidden, InvalidKey);

    [Fact]
    public Task A_signature_without_a_key_is_rejected() =>
        AssertRejectedAsync(SendAsync("/geolocation/ip.json?signature=AAAA"), HttpStatusCode.Forbidden, "Missing key");

    [Fact]
    public async Task Restrictions_of_keys_do_not_apply_to_signed_requests()
    {
        Emulator.AddKey("restricted", ["example.com"], "my-app");
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(Signed, null, ("Origin", "https://example.org")));
    }

    [Fact]
    public async Task Added_token_is_accepted_for_signatures()
    {
        const string Token = "opaque-id_0A0b0C";
        Emulator.AddServiceToken(Token, "mine");

        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(Signing.Sign($"{Emulator.BaseAddress}geolocation/ip.json", Token)));
        Assert.Equal("mine", Assert.Single(Emulator.Requests).KeyName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-underscore")]
    [InlineData("_00ff")]
    [InlineData("id_")]
    [InlineData("id_00f")]
    [InlineData("id_00fg")]
    [InlineData("id_00_ff")]
    public void Token_of_another_format_throws_without_its_value_in_the_message(string token)
    {
        var error = Assert.Throws<ArgumentException>(() => Emulator.AddServiceToken(token));
        Assert.False(token.Length > 0 && error.Message.Contains(token, StringComparison.Ordinal));
    }
}
