using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class ApiKeyServiceTests : ServiceTest
{
    private const string Path = "/geolocation/ip.json";

    private readonly SignalingTimeProvider _time;

    public ApiKeyServiceTests()
        : this(new())
    {
    }

    private ApiKeyServiceTests(SignalingTimeProvider time)
        : base(new() { TimeProvider = time }) => _time = time;

    [Fact]
    public async Task Created_key_has_the_requested_settings()
    {
        var key = await PostAsync("api_keys", """{"name":"shop","description":"Für den Laden","user_agent":"my-app","origins":["shop.example","?"]}""");

        Assert.True(key.GetProperty("id").TryGetGuid(out _));
        Assert.NotEmpty(key.GetProperty("token").GetString()!);
        Assert.Equal("shop", key.GetProperty("name").GetString());
        Assert.Equal("Für den Laden", key.GetProperty("description").GetString());
        Assert.Equal("my-app", key.GetProperty("user_agent").GetString());
        Assert.Equal(["shop.example", "?"], key.GetProperty("origins").EnumerateArray().Select(o => o.GetString()));
        Assert.Equal("2026-01-02T03:04:05Z", key.GetProperty("created").GetString());
        Assert.Equal("2026-01-02T03:04:05Z", key.GetProperty("changed").GetString());
        Assert.Equal(key.ToString(), (await GetServiceAsync($"api_keys/{Id(key)}")).ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null,"description":null,"user_agent":null,"origins":[]}""")]
    [InlineData("""{"name":"","unknown":{}}""")]
    public async Task Key_without_a_name_has_a_default_name(string body)
    {
        var key = await PostAsync("api_keys", body);

        Assert.Equal("API key 1", key.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, key.GetProperty("description").ValueKind);
        Assert.Equal(JsonValueKind.Null, key.GetProperty("user_agent").ValueKind);
        Assert.Empty(key.GetProperty("origins").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"name":1}""", "name")]
    [InlineData("""{"description":[]}""", "description")]
    [InlineData("""{"user_agent":false}""", "user_agent")]
    [InlineData("""{"user_agent":"\ud800"}""", "user_agent")]
    [InlineData("""{"origins":"example.com"}""", "origins")]
    [InlineData("""{"origins":null}""", "origins")]
    [InlineData("""{"origins":[null]}""", "origins")]
    [InlineData("""{"origins":["https://example.com"]}""", "origins")]
    [InlineData("""{"origins":["example.com:8080"]}""", "origins")]
    [InlineData("""{"origins":[""]}""", "origins")]
    public async Task Invalid_settings_are_rejected_with_their_name_and_create_nothing(string body, string field)
    {
        Assert.Contains($" {field}:", await AssertErrorAsync(400, "invalid_parameter", CallAsync(HttpMethod.Post, "api_keys", body)));
        Assert.Equal(1, (await GetServiceAsync("api_keys")).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Created_key_is_accepted_immediately()
    {
        var key = await PostAsync("api_keys", """{"name":"app","user_agent":"my-app"}""");

        await AssertStatusAsync(HttpStatusCode.OK, UseAsync(key, ("User-Agent", "my-app/1")));
        await AssertRejectedAsync(UseAsync(key, ("User-Agent", "other")), HttpStatusCode.Forbidden, "Key not allowed");
        Assert.Equal("app", Emulator.Requests.Last().KeyName);
    }

    [Fact]
    public async Task Change_replaces_all_settings_and_applies_immediately()
    {
        var key = await PostAsync("api_keys", """{"name":"app","description":"d","user_agent":"my-app","origins":["?"]}""");
        _time.Advance(TimeSpan.FromMinutes(1));

        var changed = await PostAsync($"api_keys/{Id(key)}/change_settings", """{"origins":["*.example.com"]}""");

        Assert.Equal("app", changed.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("description").ValueKind);
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("user_agent").ValueKind);
        Assert.Equal("2026-01-02T03:04:05Z", changed.GetProperty("created").GetString());
        Assert.Equal("2026-01-02T03:05:05Z", changed.GetProperty("changed").GetString());
        Assert.Equal(key.GetProperty("token").GetString(), changed.GetProperty("token").GetString());
        await AssertStatusAsync(HttpStatusCode.OK, UseAsync(key, ("Origin", "https://a.example.com")));
        await AssertRejectedAsync(UseAsync(key, ("User-Agent", "my-app")), HttpStatusCode.Forbidden, "Key not allowed");
    }

    [Fact]
    public async Task Invalid_change_is_rejected_and_changes_nothing()
    {
        var key = await PostAsync("api_keys", """{"user_agent":"my-app"}""");
        await AssertErrorAsync(400, "invalid_parameter", CallAsync(HttpMethod.Post, $"api_keys/{Id(key)}/change_settings", """{"origins":["*"]}"""));
        Assert.Equal(key.ToString(), (await GetServiceAsync($"api_keys/{Id(key)}")).ToString());
    }

    [Fact]
    public async Task Deleted_key_is_rejected_immediately_and_gone()
    {
        var key = await PostAsync("api_keys");
        await DeleteAsync($"api_keys/{Id(key)}");

        await AssertRejectedAsync(UseAsync(key), HttpStatusCode.Forbidden, InvalidKey);
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Get, $"api_keys/{Id(key)}"));
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Delete, $"api_keys/{Id(key)}"));
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Post, $"api_keys/{Id(key)}/change_settings", "{}"));
    }

    [Theory]
    [InlineData("""{"origins":["example.com"]}""")]
    [InlineData("""{"user_agent":"my-app"}""")]
    public async Task The_default_key_cannot_be_protected(string settings)
    {
        var key = Emulator.Keys[0];
        await AssertErrorAsync(403, "forbidden", CallAsync(HttpMethod.Post, $"api_keys/{key.Id}/change_settings", settings));
        Assert.Equal((0, null), (key.Origins.Count, key.UserAgent));

        await PostAsync($"api_keys/{key.Id}/change_settings", """{"name":"testing","description":"d"}""");
        Assert.Equal(("testing", "d"), (key.Name, key.Description));
    }

    [Fact]
    public async Task The_default_key_cannot_be_deleted()
    {
        var key = Emulator.Keys[0];
        await AssertErrorAsync(403, "forbidden", CallAsync(HttpMethod.Delete, $"api_keys/{key.Id}"));
        await AssertStatusAsync(HttpStatusCode.OK, SendWithKeyAsync(Path));
    }

    [Fact]
    public async Task Plan_limits_the_number_of_keys_in_addition_to_the_default_key()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { MaxApiKeys = 2 }, Cancellation);
        emulator.AddKey("in code");
        var first = await CreateAsync();
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await CreateAsync()).StatusCode);

        var created = JsonElement.Parse(await first.Content.ReadAsStringAsync(Cancellation));
        Assert.True(emulator.RemoveKey(created.GetProperty("token").GetString()!));
        Assert.Equal(HttpStatusCode.OK, (await CreateAsync()).StatusCode);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MapTilerEmulatorOptions { MaxApiKeys = -1 });

        Task<HttpResponseMessage> CreateAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(emulator.ServiceBaseAddress, "v1/api_keys")) { Content = JsonContent.Create(new { }) };
            request.Headers.TryAddWithoutValidation("Authorization", $"Token {emulator.ServiceToken}");
            return Client.SendAsync(request, Cancellation);
        }
    }

    [Theory]
    [InlineData("GET", $"api_keys/{Disabled}")]
    [InlineData("DELETE", $"api_keys/{Disabled}")]
    [InlineData("POST", $"api_keys/{Disabled}/change_settings")]
    public Task An_unknown_key_is_not_found(string method, string path) =>
        AssertErrorAsync(404, "not_found", CallAsync(new(method), path, "{}"));

    [Fact]
    public async Task Keys_that_were_added_in_code_are_listed()
    {
        var added = Emulator.AddKey("page", ["example.com"]);
        var key = await GetServiceAsync($"api_keys/{added.Id}");
        Assert.Equal((added.Key, "page"), (key.GetProperty("token").GetString(), key.GetProperty("name").GetString()));

        await PostAsync($"api_keys/{added.Id}/change_settings", """{"name":"app","description":"d","user_agent":"a"}""");
        Assert.Equal(("app", "d", "a", 0), (added.Name, added.Description, added.UserAgent, added.Origins.Count));

        Assert.True(Emulator.RemoveKey(added.Key));
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Get, $"api_keys/{added.Id}"));
    }

    [Fact]
    public async Task Keys_are_listed_page_by_page()
    {
        for (var i = 1; i < 25; i++)
            Emulator.AddKey($"key {i}");

        var names = new List<string>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await GetServiceAsync($"api_keys?limit=10{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            Assert.Equal(25, page.GetProperty("total_count").GetInt32());
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(k => k.GetProperty("name").GetString()!));
            sizes.Add(page.GetProperty("items").GetArrayLength());
            cursor = page.GetProperty("cursor").GetString();
            Assert.True(cursor is null || cursor.EndsWith('='), cursor);
        }
        while (cursor is not null);

        Assert.Equal([10, 10, 5], sizes);
        Assert.Equal(["default", .. Enumerable.Range(1, 24).Select(i => $"key {i}")], names);
    }

    [Fact]
    public async Task Page_can_begin_with_a_key_that_was_deleted_in_the_meantime()
    {
        var keys = Enumerable.Range(1, 14).Select(i => Emulator.AddKey($"key {i}")).ToArray();
        var cursor = (await GetServiceAsync("api_keys?limit=10")).GetProperty("cursor").GetString()!;
        Emulator.RemoveKey(keys[9].Key);

        var page = await GetServiceAsync($"api_keys?limit=10&cursor={Uri.EscapeDataString(cursor)}");

        Assert.Equal(["key 11", "key 12", "key 13", "key 14"], page.GetProperty("items").EnumerateArray().Select(k => k.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_full_last_page_has_no_cursor()
    {
        for (var i = 1; i < 50; i++)
            Emulator.AddKey("key");
        var page = await GetServiceAsync("api_keys");
        Assert.Equal((50, JsonValueKind.Null), (page.GetProperty("items").GetArrayLength(), page.GetProperty("cursor").ValueKind));
    }

    [Theory]
    [InlineData("limit=9")]
    [InlineData("limit=101")]
    [InlineData("limit=ten")]
    [InlineData("limit=10&limit=10")]
    [InlineData("cursor=")]
    [InlineData("cursor=%%%")]
    [InlineData("cursor=aWQ9IngiCg%3D%3D")]
    [InlineData("cursor=aWQ9IjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCI%3D")]
    public Task Invalid_page_is_rejected(string query) =>
        AssertErrorAsync(400, "invalid_parameter", CallAsync(HttpMethod.Get, $"api_keys?{query}"));

    private static string Id(JsonElement key) => key.GetProperty("id").GetString()!;

    private Task<HttpResponseMessage> UseAsync(JsonElement key, params (string, string)[] headers) =>
        SendAsync(WithKey(Path, key.GetProperty("token").GetString()!), null, headers);
}
