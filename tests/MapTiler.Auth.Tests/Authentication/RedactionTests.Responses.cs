using System.Net;

namespace MapTiler.Tests.Authentication;

/// <summary>Servers that echo the request.</summary>
public sealed partial class RedactionTests
{
    private const string Key = "Canary/Key+1=";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Escaped_key_that_headers_echo_is_masked()
    {
        var transport = new StubTransport(request =>
        {
            var response = StubTransport.Json();
            var asked = request.RequestUri!.AbsoluteUri;
            response.ReasonPhrase = "asked " + request.RequestUri.Query;
            response.Headers.TryAddWithoutValidation("X-Original-Url", asked);
            response.Headers.TryAddWithoutValidation("X-Login", "/login?back=" + Uri.EscapeDataString(asked));
            response.Content.Headers.TryAddWithoutValidation("Content-Location", asked);
            return response;
        });
        using var services = Clients.Services(transport, options: o => o.ApiKey = Key);

        using var response = await services.Http().GetAsync(new Uri("https://api.maptiler.com/x?a=1"), Cancel);

        var seen = response.ReasonPhrase + response.Headers + response.Content.Headers;
        Assert.Contains("https://api.maptiler.com/x?a=1&key=***", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_with_the_key_as_user_info_fails_without_the_key_in_the_message()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri($"https://{Secrets.Key}@foreign.example/x") } });
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Contains("another origin (https://foreign.example)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> EscapedKeys => new()
    {
        { "lower case", Secrets.Key.ToLowerInvariant() },
        { "upper case", Secrets.Key.ToUpperInvariant() },
        { "escaped in a URL", EachChar(Secrets.Key, c => $"%{(int)c:x2}") },
        { "escaped twice in a URL", EachChar(Secrets.Key, c => $"%25{(int)c:X2}") },
        { "escaped in JSON", EachChar(Secrets.Key, c => $"\\u{(int)c:x4}") },
        { "escaped in JSON within JSON", EachChar(Secrets.Key, c => $"\\\\u{(int)c:X4}") },
        { "escaped in HTML", EachChar(Secrets.Key, c => $"&#{(int)c};") },
        { "escaped in HTML in hexadecimal", EachChar(Secrets.Key, c => $"&#x{(int)c:x};") },
        { "partly escaped", "\\u0043%61" + Secrets.Key[2..] },
    };

    [Theory, MemberData(nameof(EscapedKeys))]
    public async Task Error_that_echoes_the_key_in_any_form_is_reported_without_it(string form, string key)
    {
        var transport = new StubTransport(_ => StubTransport.Text("{\"errors\":[{\"message\":\"before " + key + " after\"}]}", "application/json", HttpStatusCode.BadRequest));
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));
        var item = (await services.Geocoding().BatchAsync(["a"], cancellationToken: Cancel).ToListAsync(Cancel)).Single();

        Assert.True(error.Message.Contains("\"before *** after\"", StringComparison.Ordinal), form + ": " + error.Message);
        AssertKeyIsAbsent(ReturnedValues.Describe(error) + ReturnedValues.Describe(item.Error!) + item, key);
    }

    [Theory, MemberData(nameof(EscapedKeys))]
    public async Task Header_that_echoes_the_key_in_any_form_is_masked(string form, string key)
    {
        var transport = new StubTransport(_ =>
        {
            var response = StubTransport.Json();
            response.Headers.TryAddWithoutValidation("X-Echo", "before " + key + " after");
            return response;
        });
        using var services = Clients.Services(transport);

        using var response = await services.Http().GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.True(response.Headers.GetValues("X-Echo").Single() == "before *** after", form + ": " + response.Headers);
    }

    [Fact]
    public async Task Excerpt_that_ends_within_the_key_contains_no_part_of_it()
    {
        var body = string.Concat(Enumerable.Repeat("<" + EachChar(Secrets.Key, c => $"\\u{(int)c:x4}") + ">", 100));
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, "text/plain", HttpStatusCode.BadRequest)));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.DoesNotContain("\\u", error.Message + error.ResponseExcerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Redirect_to_a_host_that_contains_the_credential_is_reported_without_it(bool withToken)
    {
        var secret = (withToken ? Secrets.TokenSecret[..32] : Secrets.Key).ToLowerInvariant();
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri($"https://{secret}.foreign.example/x") } });
        using var services = Clients.Services(transport, options: o => o.ServiceToken = Secrets.KeyId + "_" + Secrets.TokenSecret[..32]);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => withToken
            ? services.Service().Datasets.GetIngestAsync(Guid.NewGuid(), Cancel)
            : services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Contains("another origin (https://***.foreign.example)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Header_that_starts_with_a_signature_is_masked()
    {
        var transport = new StubTransport(request => new HttpResponseMessage { Headers = { { "X-Echo", request.RequestUri!.Query.Split('&')[^1] } } });
        using var services = Clients.Services(transport, options: o => (o.ServiceToken, o.Authentication) = (Secrets.Token, MapTilerAuthentication.Signed));

        using var response = await services.Http().GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal("signature=***", response.Headers.GetValues("X-Echo").Single());
    }

    [Fact]
    public async Task Header_whose_name_contains_the_key_is_removed()
    {
        var transport = new StubTransport(_ =>
        {
            var response = StubTransport.Json();
            response.Headers.TryAddWithoutValidation("X-" + Secrets.Key, "1");
            response.Headers.TryAddWithoutValidation("X-Other", "1");
            return response;
        });
        using var services = Clients.Services(transport);

        using var response = await services.Http().GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal(["X-Other"], response.Headers.Select(header => header.Key));
    }

#if !NETSTANDARD_BUILD // .NET Framework has no trailers
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Trailers_are_not_returned(int version)
    {
        var transport = new StubTransport(request =>
        {
            var response = StubTransport.Json("[1]");
            response.Version = version == 1 ? HttpVersion.Version11 : new Version(version, 0);
            response.Headers.TransferEncodingChunked = version == 1;
            response.Headers.TryAddWithoutValidation("X-Other", "1");
            response.TrailingHeaders.TryAddWithoutValidation("X-Echo", request.RequestUri!.Query);
            return response;
        });
        using var services = Clients.Services(transport);

        using var response = await services.Http().GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal(("[1]", "1"), (await response.Content.ReadAsStringAsync(Cancel), response.Headers.GetValues("X-Other").Single()));
        Assert.Empty(response.TrailingHeaders);
    }
#endif

    private static string EachChar(string text, Func<char, string> escape) => string.Concat(text.Select(escape));

    private static void AssertKeyIsAbsent(string text, string key)
    {
        Assert.DoesNotContain(Secrets.Key, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase);
    }
}
