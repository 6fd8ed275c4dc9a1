using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class MapTilerEmulatorOptionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Base_path_precedes_every_path_and_every_link()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { BasePath = "/api" }, Cancel);
        using var client = new HttpClient();

        var style = await client.GetStringAsync(new Uri(emulator.BaseAddress, $"maps/streets-v4/style.json?key={emulator.ApiKey}"), Cancel);

        Assert.EndsWith("/api/", emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains($"{emulator.BaseAddress}tiles/v4/tiles.json", style, StringComparison.Ordinal);
        Assert.Contains($"{emulator.BaseAddress}sprites/general/sprite", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maps/streets-v4/style.json")]
    [InlineData("/apis/maps/streets-v4/style.json")]
    [InlineData("/api")]
    public async Task Path_outside_of_the_base_path_is_not_found(string path)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { BasePath = "/api" }, Cancel);
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(emulator.BaseAddress, $"{path}?key={emulator.ApiKey}"), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    public async Task UseHttps_supports_HTTP_2_and_HTTP_1_1_with_links_to_https(int major, int minor)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { UseHttps = true }, Cancel);
        using var client = new HttpClient(Trusting(emulator.Certificate!)) { DefaultRequestVersion = new(major, minor) };

        using var response = await client.GetAsync(new Uri(emulator.BaseAddress, $"tiles/v4/tiles.json?key={emulator.ApiKey}"), Cancel);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(("https", "https", "https"), (emulator.BaseAddress.Scheme, emulator.ServiceBaseAddress.Scheme, emulator.UploadBaseAddress.Scheme));
        Assert.Equal(new Version(major, minor), response.Version);
        Assert.StartsWith($"{emulator.BaseAddress}tiles/v4/", document.RootElement.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseHttps_verifies_signatures_of_https_URLs()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { UseHttps = true }, Cancel);
        using var client = new HttpClient(Trusting(emulator.Certificate!));
        var signed = Signing.Sign(new Uri(emulator.BaseAddress, "elevation/8,47.json").AbsoluteUri, emulator.ServiceToken);

        using var response = await client.GetAsync(signed, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Certificate_has_no_private_key_and_differs_between_emulators()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { UseHttps = true }, Cancel);
        await using var another = await MapTilerEmulator.StartAsync(new() { UseHttps = true }, Cancel);
        using var client = new HttpClient(Trusting(another.Certificate!));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(emulator.BaseAddress, Cancel));

        Assert.False(emulator.Certificate!.HasPrivateKey);
        Assert.IsType<AuthenticationException>(error.InnerException);
    }

    [Fact]
    public async Task Certificate_is_null_without_UseHttps()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        Assert.Null(emulator.Certificate);
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 certificate) => new()
    {
        SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck } },
    };

    [Theory]
    [InlineData("api")]
    [InlineData("/api/")]
    [InlineData("/")]
    [InlineData("/a//b")]
    public void Base_path_of_another_form_throws(string basePath) => Assert.Throws<ArgumentException>(() => new MapTilerEmulatorOptions { BasePath = basePath });
}
