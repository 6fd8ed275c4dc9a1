namespace MapTiler.Emulator.Tests;

public sealed class ServiceHandlerTests : ServiceTest
{
    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("token {0}")]
    [InlineData("Token {0}x")]
    [InlineData("Token ")]
    [InlineData("{0}")]
    [InlineData(null)]
    public async Task Token_is_accepted_only_completely_and_with_its_scheme(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.ServiceBaseAddress, "v1/api_keys"));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization.Replace("{0}", Emulator.ServiceToken));
        await AssertErrorAsync(401, "authentication", Client.SendAsync(request, Cancellation));
    }

    [Fact]
    public Task Id_of_a_token_is_rejected() =>
        AssertErrorAsync(401, "authentication", SendWithTokenAsync(Emulator.ServiceToken.Split('_')[0]));

    [Fact]
    public Task Api_key_is_rejected() => AssertErrorAsync(401, "authentication", SendWithTokenAsync(Emulator.ApiKey));

    [Fact]
    public Task Added_token_is_accepted()
    {
        Emulator.AddServiceToken("another_00ff");
        return ReadAsync(SendWithTokenAsync("another_00ff"));
    }

    [Theory]
    [InlineData("GET", "v1/tilesets")]
    [InlineData("GET", "v1/api_keys/")]
    [InlineData("GET", "v1")]
    [InlineData("GET", "api_keys")]
    [InlineData("GET", "")]
    [InlineData("POST", "v2/api_keys")]
    [InlineData("GET", "v1/API_KEYS")]
    public Task Undocumented_path_is_not_found(string method, string path) =>
        AssertErrorAsync(404, "not_found", SendWithTokenAsync(Emulator.ServiceToken, method, path));

    [Theory]
    [InlineData("PUT", "api_keys", "GET, POST")]
    [InlineData("PATCH", $"api_keys/{Disabled}", "GET, DELETE")]
    [InlineData("GET", $"api_keys/{Disabled}/change_settings", "POST")]
    [InlineData("POST", "analytics/api_usage/top", "GET")]
    [InlineData("PUT", "tiles", "GET")]
    [InlineData("GET", "datasets/ingest", "POST")]
    [InlineData("PUT", $"datasets/ingest/{Disabled}/process", "POST")]
    public async Task Another_method_is_rejected_with_the_allowed_methods(string method, string path, string allowed)
    {
        await AssertErrorAsync(405, "method_not_allowed", CallAsync(new(method), path));
        using var response = await CallAsync(new(method), path);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("GET", "api_keys/1")]
    [InlineData("DELETE", "api_keys/{00000000-0000-4000-8000-000000000000}")]
    [InlineData("GET", "tiles/00000000000040008000000000000000")]
    [InlineData("GET", "datasets/ingest/x")]
    public Task Id_that_is_not_a_uuid_is_rejected(string method, string path) =>
        AssertErrorAsync(400, "invalid_parameter", CallAsync(new(method), path));

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{}", "text/plain")]
    [InlineData("{}", null)]
    public Task Body_that_is_not_a_json_object_is_rejected(string body, string? contentType) =>
        AssertErrorAsync(400, "invalid_body", CallAsync(HttpMethod.Post, "api_keys", body, contentType));

    [Fact]
    public Task A_huge_body_is_rejected() =>
        AssertErrorAsync(400, "invalid_body", CallAsync(HttpMethod.Post, "api_keys", new string(' ', 5_000_000) + "{}"));

    [Fact]
    public async Task Journal_has_the_name_of_the_token_but_not_the_token()
    {
        await GetServiceAsync("api_keys");

        var request = Assert.Single(Emulator.Requests);
        Assert.Equal("service token", request.KeyName);
        Assert.Equal("Token ***", request.Headers.Authorization);
        Assert.Equal(0, request.Cost);
    }

    [Fact]
    public async Task Call_with_an_error_from_a_fault_changes_nothing()
    {
        Emulator.Faults.Add(new Fault { Status = 503, Times = 1 });
        await AssertStatusAsync(System.Net.HttpStatusCode.ServiceUnavailable, CallAsync(HttpMethod.Post, "api_keys", "{}"));
        Assert.Equal(1, (await GetServiceAsync("api_keys")).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Call_whose_response_is_lost_takes_effect()
    {
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Reset, Times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(HttpMethod.Post, "api_keys", "{}"));
        Assert.Equal(2, (await GetServiceAsync("api_keys")).GetProperty("total_count").GetInt32());
    }

    private Task<HttpResponseMessage> SendWithTokenAsync(string token, string method = "GET", string path = "v1/api_keys")
    {
        var request = new HttpRequestMessage(new(method), new Uri(Emulator.ServiceBaseAddress, path));
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {token}");
        return Client.SendAsync(request, Cancellation);
    }
}
