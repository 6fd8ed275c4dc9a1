using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string UnknownKey = "fakeUnknownKey123456";
    private readonly MapTilerEmulator _emulator;
    private readonly Tool _tool;

    public CheckCommandTests(EmulatorFixture fixture)
    {
        _emulator = fixture.Emulator;
        _tool = new(_emulator);
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task No_key_is_reported()
    {
        _tool["MAPTILER_API_KEY"] = null;

        await AssertCauseAsync("no-credential", 3, "MAPTILER_API_KEY");
    }

    [Fact]
    public async Task Wrong_key_is_reported_with_where_it_was_found()
    {
        _tool["MAPTILER_API_KEY"] = UnknownKey;

        var report = await AssertCauseAsync("unknown-key", 3, "mistyped");

        var credential = Assert.Single(report.GetProperty("credentials").EnumerateArray());
        Assert.Equal(("***3456", "the environment variable MAPTILER_API_KEY"), (credential.GetProperty("value").GetString(), credential.GetProperty("source").GetString()));
        Assert.Equal(403, report.GetProperty("requests")[0].GetProperty("status").GetInt32());
        Assert.StartsWith("Invalid key", report.GetProperty("requests")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Placeholder_of_a_key_is_reported_as_malformed_with_the_name_of_the_setting()
    {
        _tool["MAPTILER_API_KEY"] = "YOUR_API_KEY";

        var report = await AssertCauseAsync("malformed-credential", 3, "placeholder");

        Assert.StartsWith("apiKey ", report.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(report.GetProperty("requests").EnumerateArray());
    }

    [Fact]
    public async Task Wrong_key_beside_a_service_token_is_not_one_of_its_account()
    {
        _tool["MAPTILER_API_KEY"] = UnknownKey;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        await AssertCauseAsync("unknown-key", 3, "The account of the service token does not have this key");
    }

    [Fact]
    public async Task Service_token_in_the_place_of_the_key_is_reported_and_not_sent()
    {
        _tool["MAPTILER_API_KEY"] = _emulator.ServiceToken;

        var report = await AssertCauseAsync("token-as-key", 3, "service token");

        Assert.Empty(report.GetProperty("requests").EnumerateArray());
    }

    [Fact]
    public async Task Key_in_the_place_of_the_service_token_is_reported()
    {
        _tool["MAPTILER_API_KEY"] = null;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ApiKey;

        await AssertCauseAsync("key-as-token", 3, "MAPTILER_API_KEY");
    }

    [Fact]
    public async Task Wrong_origin_is_reported_with_the_allowed_ones()
    {
        _tool["MAPTILER_API_KEY"] = _emulator.AddKey("page", origins: ["shop.example", "*.maps.example"]).Key;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        var report = await AssertCauseAsync("origin", 3, "shop.example, *.maps.example", "--origin", "https://other.example");

        Assert.Equal("https://other.example", report.GetProperty("requests")[0].GetProperty("origin").GetString());
        await AssertCauseAsync("ok", 0, "works", "--origin", "https://www.maps.example");
    }

    [Theory]
    [InlineData("shop.example,*.maps.example", "Try 'maptiler check --origin shop.example'.", "shop.example", "https://shop.example")]
    [InlineData("*.maps.example", "Try 'maptiler check --origin www.maps.example'.", "www.maps.example:8443", "https://www.maps.example:8443")]
    [InlineData("shop.example", "Try 'maptiler check --origin shop.example'.", "https://shop.example/", "https://shop.example")]
    [InlineData("shop.example", "Try 'maptiler check --origin shop.example'.", "http://shop.example", "http://shop.example")]
    public async Task Origin_can_be_a_host_as_in_the_command_of_the_advice(string allowed, string advice, string option, string origin)
    {
        _tool["MAPTILER_API_KEY"] = _emulator.AddKey("page " + Guid.NewGuid(), origins: allowed.Split(',')).Key;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        await AssertCauseAsync("origin", 3, advice);
        var report = await AssertCauseAsync("ok", 0, "works", "--origin", option);

        Assert.Equal(origin, report.GetProperty("requests")[0].GetProperty("origin").GetString());
    }

    [Fact]
    public async Task Origin_with_a_path_is_rejected() =>
        await AssertCauseAsync("settings", 2, "origin is not an origin", "--origin", "shop.example/page");

    [Fact]
    public async Task Host_as_origin_is_sent_by_other_commands_and_read_from_the_environment()
    {
        _tool["MAPTILER_API_KEY"] = _emulator.AddKey("page " + Guid.NewGuid(), origins: ["shop.example"]).Key;
        _tool["MAPTILER_ORIGIN"] = "shop.example";

        var result = await _tool.RunAsync("geocode", "Brno");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Wrong_user_agent_is_reported_with_the_required_one()
    {
        _tool["MAPTILER_API_KEY"] = _emulator.AddKey("app", userAgent: "ShopApp").Key;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        await AssertCauseAsync("user-agent", 3, "'ShopApp'", "--user-agent", "shopapp/1.0");
        await AssertCauseAsync("user-agent", 3, "Try 'maptiler check --user-agent ShopApp'.", "--user-agent", "shopapp/1.0");
        await AssertCauseAsync("ok", 0, "works", "--user-agent", "ShopApp/1.0");
    }

    [Fact]
    public async Task Restricted_key_without_a_service_token_is_reported_as_probably_restricted_to_origins()
    {
        _tool["MAPTILER_API_KEY"] = _emulator.AddKey("page of another account", origins: ["shop.example"]).Key;

        await AssertCauseAsync("restriction", 3, "probably to origins");
        await AssertCauseAsync("restriction", 3, "other origins than https://other.example", "--origin", "https://other.example");
    }

    [Fact]
    public async Task Suspended_account_is_reported()
    {
        var key = _emulator.AddKey("suspended");
        key.Status = EmulatedKeyStatus.Suspended;
        _tool["MAPTILER_API_KEY"] = key.Key;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        await AssertCauseAsync("suspended", 3, "suspended");
    }

    [Fact]
    public async Task Quota_that_is_used_up_is_reported()
    {
        var key = _emulator.AddKey("used up");
        key.Status = EmulatedKeyStatus.QuotaExceeded;
        _tool["MAPTILER_API_KEY"] = key.Key;

        await AssertCauseAsync("quota", 4, "quota");
    }

    [Fact]
    public async Task Signature_that_a_proxy_invalidates_is_reported()
    {
        await using var adding = await ReverseProxy.StartAsync(_emulator.BaseAddress, target => target + "&via=gateway");
        await using var transparent = await ReverseProxy.StartAsync(_emulator.BaseAddress, target => target);
        _tool["MAPTILER_API_KEY"] = null;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        _tool["MAPTILER_BASE_ADDRESS"] = adding.BaseAddress.AbsoluteUri;
        await AssertCauseAsync("signature-altered", 3, "changed after it was signed");

        _tool["MAPTILER_BASE_ADDRESS"] = transparent.BaseAddress.AbsoluteUri;
        await AssertCauseAsync("ok", 0, "The service token works");
    }

    [Fact]
    public async Task Wrong_secret_of_a_service_token_is_reported()
    {
        _tool["MAPTILER_API_KEY"] = null;
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken.Split('_')[0] + "_00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

        await AssertCauseAsync("signature", 3, "secret");
    }

    [Fact]
    public async Task Key_that_anyone_can_use_works_with_a_warning()
    {
        var report = await AssertCauseAsync("unprotected", 0, "anyone");

        Assert.Equal(2, report.GetProperty("requests").GetArrayLength());
        Assert.All(report.GetProperty("requests").EnumerateArray(), request => Assert.EndsWith("?key=***", request.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clock_that_differs_from_that_of_the_server_is_reported()
    {
        await using var proxy = await ReverseProxy.StartAsync(_emulator.BaseAddress, target => target, response => response.Headers.Date = "Thu, 01 Jan 2026 00:00:00 GMT");
        _tool["MAPTILER_BASE_ADDRESS"] = proxy.BaseAddress.AbsoluteUri;

        Assert.InRange((await AssertCauseAsync("unprotected", 0, "works")).GetProperty("clockDifference").GetDouble(), 3600, double.MaxValue);
        Assert.Contains("ahead of the server", (await _tool.RunAsync("check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_is_not_MapTiler_is_reported()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Faults.Add(new Fault { ContentType = "text/html", Body = "<h1>Sign in</h1>" });
        _tool["MAPTILER_BASE_ADDRESS"] = emulator.BaseAddress.AbsoluteUri;

        await AssertCauseAsync("wrong-server", 1, "Another server");
    }

    [Fact]
    public async Task Server_that_does_not_listen_is_reported()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound and not listening: connections are rejected
        _tool["MAPTILER_BASE_ADDRESS"] = $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/";

        await AssertCauseAsync("connection", 1, "could not be opened");
    }

    [Fact]
    public async Task Server_without_TLS_is_reported()
    {
        _tool["MAPTILER_BASE_ADDRESS"] = _emulator.BaseAddress.AbsoluteUri.Replace("http://", "https://", StringComparison.Ordinal);

        await AssertCauseAsync("tls", 1, "No secure connection");
    }

    [Fact]
    public async Task Proxy_that_rejects_the_server_is_reported_without_its_password()
    {
        _tool["MAPTILER_BASE_ADDRESS"] = "https://api.maptiler.example/";
        _tool["HTTPS_PROXY"] = $"http://user:fakePassword1@{_emulator.BaseAddress.Authority}";
        foreach (var name in (string[])["NO_PROXY", "no_proxy", "https_proxy", "all_proxy", "ALL_PROXY"])
            _tool[name] = null;

        var report = await AssertCauseAsync("proxy", 1, "The proxy did not establish a connection");

        Assert.Equal(_emulator.BaseAddress.GetLeftPart(UriPartial.Authority), report.GetProperty("proxy").GetString());
    }

    [Fact]
    public async Task Report_for_a_person_has_at_most_80_columns_and_no_escape_sequences()
    {
        _tool["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken;

        var result = await _tool.RunAsync("check", "--verbose");

        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
        Assert.All(result.Lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.StartsWith("Credential      API key ***", result.Output, StringComparison.Ordinal);
        Assert.Contains("GET " + _emulator.BaseAddress + "tiles/v3/tiles.json?key=*** -> 200", result.Error, StringComparison.Ordinal);
        AssertHasNoSecret(result);
    }

    private async Task<JsonElement> AssertCauseAsync(string cause, int exitCode, string message, params string[] options)
    {
        var result = await _tool.RunAsync(["check", "--json", .. options]);

        var report = result.Json("check");
        Assert.Equal((cause, exitCode, exitCode, ""), (report.GetProperty("cause").GetString(), report.GetProperty("exitCode").GetInt32(), result.ExitCode, result.Error));
        Assert.Contains(message, report.GetProperty("message").GetString() + report.GetProperty("advice").GetString(), StringComparison.Ordinal);
        AssertHasNoSecret(result);
        return report;
    }

    private void AssertHasNoSecret(ToolResult result)
    {
        foreach (var secret in (string[])[_emulator.ApiKey, _emulator.ServiceToken.Split('_')[1], UnknownKey, "fakePassword1"])
        {
            Assert.DoesNotContain(secret, result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, result.Error, StringComparison.Ordinal);
        }
    }
}
