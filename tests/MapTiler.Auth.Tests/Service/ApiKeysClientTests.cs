using System.Net;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class ApiKeysClientTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_read_page_by_page_with_the_token_in_the_header()
    {
        var wire = new ServiceWire(request => ServiceWire.Json(request.Uri.Query.Contains("cursor=", StringComparison.Ordinal)
            ? $$"""{"cursor":null,"total_count":3,"items":[{{Key(3)}}]}"""
            : $$"""{"cursor":"aWQ9Ig==","total_count":3,"items":[{{Key(1)}},{{Key(2)}}]}"""));
        using var services = wire.Services();

        var keys = new List<ApiKey>();
        await foreach (var key in services.Service().ApiKeys.ListAsync(pageSize: 10, Cancel))
            keys.Add(key);

        Assert.Equal(["key-1", "key-2", "key-3"], keys.Select(key => key.Key));
        Assert.Equal(["GET /v1/api_keys?limit=10", "GET /v1/api_keys?cursor=aWQ9Ig%3D%3D&limit=10"], wire.Requests.Select(r => r.ToString()));
        Assert.All(wire.Requests, r => Assert.Equal(("service.maptiler.com", "Token " + Secrets.Token), (r.Uri.Host, r.Authorization)));
    }

    [Fact]
    public async Task A_list_that_leads_back_ends_with_an_error_after_what_was_read()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"cursor":"same","items":[{{Key(1)}}]}"""));
        using var services = wire.Services();
        var seen = 0;

        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var key in services.Service().ApiKeys.ListAsync(cancellationToken: Cancel))
                seen++;
        });

        Assert.Equal((2, MapTilerErrorReason.InvalidResponse, "/v1/api_keys"), (seen, error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task A_key_is_made_changed_and_deleted()
    {
        var wire = new ServiceWire(request => ServiceWire.Json(request.Method == "DELETE" ? "" : Key(1, agent: "my-app")));
        using var services = wire.Services();
        var client = services.Service().ApiKeys;

        var made = await client.CreateAsync(new() { Name = "shop", UserAgent = "my-app", Origins = ["example.com", "*.example.com", "?"] }, Cancel);
        await client.UpdateAsync(Id, made.ToSettings(), Cancel);
        await client.DeleteAsync(Id, Cancel);

        Assert.Equal(["POST /v1/api_keys", $"POST /v1/api_keys/{Id}/change_settings", $"DELETE /v1/api_keys/{Id}"], wire.Requests.Select(r => r.ToString()));
        Assert.Equal("""{"name":"shop","description":null,"user_agent":"my-app","origins":["example.com","*.example.com","?"]}""", wire.Requests[0].Text);
        Assert.Equal("application/json", wire.Requests[0].ContentType);
        Assert.Equal("""{"name":"n1","description":null,"user_agent":"my-app","origins":["example.com"]}""", wire.Requests[1].Text);
        Assert.DoesNotContain(made.Key, made + System.Text.Json.JsonSerializer.Serialize(made), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("example.com/path")]
    [InlineData("example.com:8080")]
    [InlineData("*")]
    [InlineData("a.*.com")]
    [InlineData("")]
    [InlineData("exa mple.com")]
    [InlineData("??")]
    public async Task An_origin_that_the_service_would_not_understand_is_explained_before_any_request(string origin)
    {
        var wire = new ServiceWire(_ => ServiceWire.Json(Key(1)));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<ArgumentException>("settings", () => services.Service().ApiKeys.CreateAsync(new() { Origins = [origin] }, Cancel));

        Assert.Contains("'*.example.com' without scheme, port and path", error.Message, StringComparison.Ordinal);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Other_wrong_arguments_are_told_before_any_request()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json(Key(1)));
        using var services = wire.Services();
        var client = services.Service().ApiKeys;

        await Assert.ThrowsAsync<ArgumentException>("settings", () => client.CreateAsync(new() { UserAgent = "a\nb" }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("id", () => client.GetAsync(Guid.Empty, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("pageSize", () => client.ListAsync(9, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("pageSize", () => client.ListAsync(101, Cancel));
        Assert.Empty(wire.Requests);
    }

    [Theory]
    [InlineData(400, """{"errors":[{"type":"bad","message":"No such origin."},{"message":"Nor this."}]}""", "application/json", "InvalidRequest", "\"No such origin. Nor this.\"")]
    [InlineData(401, """{"errors":[{"type":"unauthorized"}]}""", "application/json", "KeyInvalid", "\"unauthorized\"")]
    [InlineData(403, "Storage limit exceeded", "text/plain", "Forbidden", "Storage limit")]
    [InlineData(404, "<html>no</html>", "text/html", "NotFound", "<html>")]
    [InlineData(410, "{}", "application/json", "Gone", "deleted")]
    [InlineData(500, """{"errors":"x"}""", "application/json", "ServerError", "failed")]
    public async Task An_error_of_the_service_is_told_in_its_own_words(int status, string body, string contentType, string reason, string words)
    {
        var wire = new ServiceWire(_ => Wire.Text(body, contentType, (HttpStatusCode)status));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.CreateAsync(new(), Cancel));

        Assert.Equal((reason, "/v1/api_keys"), (error.Reason.Value, error.Endpoint));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Single(wire.Requests); // what makes a key is never repeated
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"}""")]
    [InlineData("""{"id":"no uuid","token":"t"}""")]
    [InlineData("null")]
    public async Task A_key_without_its_id_or_itself_is_an_invalid_response(string body)
    {
        var wire = new ServiceWire(_ => ServiceWire.Json(body));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.GetAsync(Id, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task An_answer_that_holds_keys_is_never_quoted()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json("""{"cursor":null,"items":[{"id":"0195a1b2-c3d4-7e5f-8a9b-000000000001","token":"SECRETKEY","created":"2024-01-01 00:00:00"}]}"""));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var key in services.Service().ApiKeys.ListAsync(cancellationToken: Cancel))
                Assert.Fail("It cannot be read.");
        });

        Assert.Null(error.ResponseExcerpt);
        Assert.DoesNotContain("SECRETKEY", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restrictions_that_the_service_holds_already_are_rotated_as_they_are()
    {
        var wire = new ServiceWire(request => ServiceWire.Json(Key(request.Method == "POST" ? 2 : 1).Replace("example.com", "https://old.example:8080", StringComparison.Ordinal)));
        using var services = wire.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Id, (_, _) => Task.CompletedTask, cancellationToken: Cancel);

        Assert.Equal(["https://old.example:8080"], made.Origins);
    }

    [Fact]
    public async Task A_rotation_hands_the_new_key_out_before_it_deletes_the_old_one()
    {
        var log = new List<string>();
        var wire = new ServiceWire(request =>
        {
            log.Add(request.ToString());
            return ServiceWire.Json(request.Method == "POST" ? Key(2, agent: "my-app") : Key(1, agent: "my-app"));
        });
        using var services = wire.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Id, (key, _) =>
        {
            log.Add("hand out " + key.Key);
            return Task.CompletedTask;
        }, cancellationToken: Cancel);

        Assert.Equal("key-2", made.Key);
        Assert.Equal([$"GET /v1/api_keys/{Id}", "POST /v1/api_keys", "hand out key-2", $"DELETE /v1/api_keys/{Id}"], log);
        Assert.Equal("""{"name":"n1","description":null,"user_agent":"my-app","origins":["example.com"]}""", wire.Requests[1].Text);
    }

    [Fact]
    public async Task A_rotation_that_cannot_hand_out_takes_the_new_key_back()
    {
        var wire = new ServiceWire(request => ServiceWire.Json(request.Method == "POST" ? Key(2) : Key(1)));
        using var services = wire.Services();

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => services.Service().ApiKeys.RotateAsync(Id, (_, _) => throw new TimeZoneNotFoundException(), cancellationToken: Cancel));

        Assert.Equal($"DELETE /v1/api_keys/{IdOf(2)}", wire.Requests[^1].ToString());
        Assert.DoesNotContain(wire.Requests, r => r.ToString() == $"DELETE /v1/api_keys/{Id}");
    }

    [Fact]
    public async Task A_rotation_that_cannot_delete_says_that_both_keys_hold()
    {
        var wire = new ServiceWire(request => request.Method == "DELETE" ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : ServiceWire.Json(request.Method == "POST" ? Key(2) : Key(1)));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Id, (_, _) => Task.CompletedTask, cancellationToken: Cancel));

        Assert.Contains($"({IdOf(2)}, key ***) is in use, but the old key n1 ({IdOf(1)}, key ***) could not be deleted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-", error.Message, StringComparison.Ordinal);
    }

    private static Guid IdOf(int n) => Guid.Parse($"0195a1b2-c3d4-7e5f-8a9b-{n:D12}");

    private static string Key(int n, string? agent = null) =>
        $$"""{"id":"{{IdOf(n)}}","token":"key-{{n}}","name":"n{{n}}","description":null,"user_agent":{{(agent is null ? "null" : $"\"{agent}\"")}},"origins":["example.com"],"created":"2026-01-02T03:04:05Z","changed":"2026-01-02T03:04:05Z"}""";
}
