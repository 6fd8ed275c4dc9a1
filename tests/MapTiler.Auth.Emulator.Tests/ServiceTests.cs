using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class ServiceTests : EmulatorTest
{
    [Fact]
    public async Task The_service_knows_no_resource_yet() =>
        await AssertErrorAsync(HttpStatusCode.NotFound, "not_found", $"Token {Emulator.ServiceToken}");

    [Fact]
    public async Task A_token_needs_its_own_scheme() =>
        await AssertErrorAsync(HttpStatusCode.Unauthorized, "authentication", $"Bearer {Emulator.ServiceToken}");

    [Fact]
    public async Task A_token_has_to_be_whole() =>
        await AssertErrorAsync(HttpStatusCode.Unauthorized, "authentication", $"Token {Emulator.ServiceToken.Split('_')[0]}");

    [Fact]
    public async Task A_request_without_a_token_is_refused() =>
        await AssertErrorAsync(HttpStatusCode.Unauthorized, "authentication", null);

    [Fact]
    public async Task An_api_key_opens_nothing_here()
    {
        using var response = await Client.GetAsync(new Uri(Emulator.ServiceBaseAddress, $"v1/tilesets?key={Emulator.ApiKey}"), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_journal_names_the_token_and_hides_it()
    {
        await AssertErrorAsync(HttpStatusCode.NotFound, "not_found", $"Token {Emulator.ServiceToken}");

        var request = Assert.Single(Emulator.Requests);
        Assert.Equal("service token", request.KeyName);
        Assert.Equal("Token ***", request.Headers.Authorization);
    }

    private async Task AssertErrorAsync(HttpStatusCode status, string type, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.ServiceBaseAddress, "v1/tilesets"));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await Client.SendAsync(request, Cancellation);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("errors")[0];

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type, error.GetProperty("type").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }
}
