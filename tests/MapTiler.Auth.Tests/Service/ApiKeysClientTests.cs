using System.Net;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class ApiKeysClientTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_reads_all_pages_with_the_service_token_in_the_header()
    {
        var transport = new ServiceTransport(request => ServiceTransport.Json(request.Uri.Query.Contains("cursor=", StringComparison.Ordinal)
            ? $$"""{"cursor":null,"total_count":3,"items":[{{Key(3)}}]}"""
            : $$"""{"cursor":"aWQ9Ig==","total_count":3,"items":[{{Key(1)}},{{Key(2)}}]}"""));
        using var services = transport.Services();

        var keys = new List<ApiKey>();
        await foreach (var key in services.Service().ApiKeys.ListAsync(pageSize: 10, Cancel))
            keys.Add(key);

        Assert.Equal(["key-1", "key-2", "key-3"], keys.Select(key => key.Key));
        Assert.Equal(["GET /v1/api_keys?limit=10", "GET /v1/api_keys?cursor=aWQ9Ig%3D%3D&limit=10"], transport.Requests.Select(r => r.ToString()));
        Assert.All(transport.Requests, r => Assert.Equal(("service.maptiler.com", "Token " + Secrets.Token), (r.Uri.Host, r.Authorization)));
    }

    [Fact]
    public async Task CreateAsync_UpdateAsync_and_DeleteAsync_send_the_settings_and_never_print_the_key()
    {
        var transport = new ServiceTransport(request => ServiceTransport.Json(request.Method == "DELETE" ? "" : Key(1, agent: "my-app")));
        using var services = transport.Services();
        var client = services.Service().ApiKeys;

        var made = await client.CreateAsync(new() { Name = "shop", UserAgent = "my-app", Origins = ["example.com", "*.example.com", "?"] }, Cancel);
        await client.UpdateAsync(Id, made.ToSettings(), Cancel);
        await client.DeleteAsync(Id, Cancel);

        Assert.Equal(["POST /v1/api_keys", $"POST /v1/api_keys/{Id}/change_settings", $"DELETE /v1/api_keys/{Id}"], transport.Requests.Select(r => r.ToString()));
        Assert.Equal("""{"name":"shop","description":null,"user_agent":"my-app","origins":["example.com","*.example.com","?"]}""", transport.Requests[0].Text);
        Assert.Equal("application/json", transport.Requests[0].ContentType);
        Assert.Equal("""{"name":"n1","description":null,"user_agent":"my-app","origins":["example.com"]}""", transport.Requests[1].Text);
        Assert.DoesNotContain(made.Key, made + System.Text.Json.JsonSerializer.Serialize(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_arguments_throw_before_any_request()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json(Key(1)));
        using var services = transport.Services();
        var client = services.Service().ApiKeys;

        await Assert.ThrowsAsync<ArgumentException>("settings", () => client.CreateAsync(new() { UserAgent = "a\nb" }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("keyId", () => client.GetAsync(Guid.Empty, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("pageSize", () => client.ListAsync(9, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("pageSize", () => client.ListAsync(101, Cancel));
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData(400, """{"errors":[{"type":"bad","message":"No such origin."},{"message":"Nor this."}]}""", "application/json", "InvalidRequest", "\"No such origin. Nor this.\"")]
    [InlineData(401, """{"errors":[{"type":"unauthorized"}]}""", "application/json", "KeyInvalid", "\"unauthorized\"")]
    [InlineData(403, "Storage limit exceeded", "text/plain", "Forbidden", "Storage limit")]
    [InlineData(404, "<html>no</html>", "text/html", "NotFound", "<html>")]
    [InlineData(410, "{}", "application/json", "Gone", "deleted")]
    [InlineData(500, """{"errors":"x"}""", "application/json", "ServerError", "failed")]
    public async Task Error_response_throws_with_the_message_of_the_service(int status, string body, string contentType, string reason, string words)
    {
        var transport = new ServiceTransport(_ => StubTransport.Text(body, contentType, (HttpStatusCode)status));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.CreateAsync(new(), Cancel));

        Assert.Equal((reason, "/v1/api_keys"), (error.Reason.ToString(), error.Endpoint));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Requests); // a request that creates a key is never retried
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"}""")]
    [InlineData("""{"id":"no uuid","token":"t"}""")]
    [InlineData("null")]
    public async Task Response_without_id_or_key_throws_InvalidResponse(string body)
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json(body));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.GetAsync(Id, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task Unreadable_response_with_keys_is_not_part_of_the_exception()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json("""{"cursor":null,"items":[{"id":"0195a1b2-c3d4-7e5f-8a9b-000000000001","token":"SECRETKEY"},5]}"""));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var key in services.Service().ApiKeys.ListAsync(cancellationToken: Cancel))
                Assert.Fail("It cannot be read.");
        });

        Assert.Null(error.ResponseExcerpt);
        Assert.DoesNotContain("SECRETKEY", error.ToString(), StringComparison.Ordinal);
    }

    private static Guid IdOf(int n) => Guid.Parse($"0195a1b2-c3d4-7e5f-8a9b-{n:D12}");

    private static string Key(int n, string? agent = null) =>
        $$"""{"id":"{{IdOf(n)}}","token":"key-{{n}}","name":"n{{n}}","description":null,"user_agent":{{(agent is null ? "null" : $"\"{agent}\"")}},"origins":["example.com"],"created":"2026-01-02T03:04:05Z","changed":"2026-01-02T03:04:05Z"}""";
}
