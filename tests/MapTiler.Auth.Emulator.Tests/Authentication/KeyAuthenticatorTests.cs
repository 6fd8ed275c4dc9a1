using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class KeyAuthenticatorTests : EmulatorTest
{
    private const string Paris = "/geocoding/Paris.json";

    [Fact]
    public async Task Default_key_is_accepted() => await GetTextAsync(Paris);

    [Theory]
    [InlineData("")]
    [InlineData("?limit=1")]
    [InlineData("?key=")]
    [InlineData("?Key=abc")]
    public Task Request_without_a_key_is_rejected_with_missing_key(string query) =>
        AssertRejectedAsync(SendAsync(Paris + query), HttpStatusCode.Forbidden, "Missing key");

    [Fact]
    public Task An_unknown_key_is_invalid() =>
        AssertRejectedAsync(SendAsync(WithKey(Paris, "nobody")), HttpStatusCode.Forbidden, InvalidKey);

    [Fact]
    public Task Key_is_case_sensitive() =>
        AssertRejectedAsync(SendAsync(WithKey(Paris, Emulator.ApiKey.ToLowerInvariant())), HttpStatusCode.Forbidden, InvalidKey);

    [Fact]
    public Task The_same_key_twice_is_invalid() =>
        AssertRejectedAsync(SendAsync($"{Paris}?key={Emulator.ApiKey}&key={Emulator.ApiKey}"), HttpStatusCode.Forbidden, InvalidKey);

    [Fact]
    public Task Key_can_be_before_other_parameters() =>
        AssertStatusAsync(HttpStatusCode.OK, SendAsync($"{Paris}?key={Emulator.ApiKey}&limit=1"));

    [Fact]
    public Task A_key_is_decoded_before_it_is_compared()
    {
        Emulator.Add(new EmulatedKey("a key/with+signs"));
        return AssertStatusAsync(HttpStatusCode.OK, SendAsync(WithKey(Paris, "a%20key%2Fwith%2Bsigns")));
    }

    [Fact]
    public async Task Suspended_key_is_invalid_until_it_is_active_again()
    {
        var key = Emulator.AddKey("late payer");
        key.Status = EmulatedKeyStatus.Suspended;
        await AssertRejectedAsync(
            SendAsync(WithKey(Paris, key.Key)),
            HttpStatusCode.Forbidden,
            InvalidKey);

        key.Status = EmulatedKeyStatus.Active;
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(WithKey(Paris, key.Key)));
    }

    [Fact]
    public Task Key_over_its_quota_is_rejected_with_429()
    {
        Emulator.Add(new EmulatedKey("greedy") { Status = EmulatedKeyStatus.QuotaExceeded });
        return AssertRejectedAsync(SendAsync(WithKey(Paris, "greedy")), HttpStatusCode.TooManyRequests, "Monthly request quota exceeded");
    }

    [Fact]
    public async Task A_removed_key_is_unknown()
    {
        var key = Emulator.AddKey("leaver");

        Assert.True(Emulator.RemoveKey(key.Key));
        Assert.False(Emulator.RemoveKey(key.Key));
        await AssertRejectedAsync(SendAsync(WithKey(Paris, key.Key)), HttpStatusCode.Forbidden, InvalidKey);
    }

    [Fact]
    public async Task The_default_key_cannot_be_removed()
    {
        Assert.Throws<InvalidOperationException>(() => Emulator.RemoveKey(Emulator.ApiKey));
        await AssertStatusAsync(HttpStatusCode.OK, SendWithKeyAsync(Paris));
    }

    [Fact]
    public void Key_that_exists_cannot_be_added() =>
        Assert.DoesNotContain(Emulator.ApiKey, Assert.Throws<ArgumentException>(() => Emulator.Add(new EmulatedKey(Emulator.ApiKey))).Message);

    [Theory]
    [InlineData("/maps/streets-v4/style.json")]
    [InlineData("/maps/streets-v4/")]
    [InlineData("/geolocation/ip.json")]
    [InlineData("/no/such/thing")]
    public Task Everything_but_sprites_needs_a_key(string path) =>
        AssertRejectedAsync(SendAsync(path), HttpStatusCode.Forbidden, "Missing key");
}
