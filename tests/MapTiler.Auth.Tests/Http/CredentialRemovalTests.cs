using System.Net;
using MapTiler.Authentication;

namespace MapTiler.Tests.Http;

/// <summary>What a caller gets back contains no credential: the request, the response and its headers, and the exceptions.</summary>
public sealed class CredentialRemovalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Func<HttpMessageHandler, HttpMessageHandler>> Handlers => new()
    {
        inner => new ApiKeyHandler(Secrets.Key, origin: "https://shop.example") { InnerHandler = inner },
        inner => new RequestSigningHandler(ServiceToken.Parse(Secrets.Token)) { InnerHandler = inner },
        inner => new ServiceApiHandler(ServiceToken.Parse(Secrets.Token), new Uri("https://api.maptiler.com/")) { InnerHandler = inner },
    };

    [Theory, MemberData(nameof(Handlers), DisableDiscoveryEnumeration = true)]
    public async Task Returned_response_and_request_contain_no_credential(Func<HttpMessageHandler, HttpMessageHandler> create)
    {
        using var http = new HttpClient(create(StubTransport.AlwaysJson()));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.maptiler.com/x?a=1&key={Secrets.OtherKey}");

        using var response = await http.SendAsync(request, Cancel);

        Assert.Same(request, response.RequestMessage);
        Assert.Equal("https://api.maptiler.com/x?a=1", request.RequestUri!.AbsoluteUri);
        Assert.Empty(request.Headers);
        var text = request.ToString() + response + string.Join(";", request.Options.Select(o => o.Key + "=" + o.Value));
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Headers_that_echo_the_URL_are_returned_without_its_credential(bool byToken)
    {
        var transport = new StubTransport(request =>
        {
            var response = StubTransport.Json();
            var asked = request.RequestUri!.AbsoluteUri;
            response.Headers.TryAddWithoutValidation("Link", [$"<{asked}>; rel=self", "<https://example.com/>; rel=help"]);
            response.Headers.TryAddWithoutValidation("X-Original-Url", "/login?back=" + Uri.EscapeDataString(asked));
            response.Headers.TryAddWithoutValidation("X-Other", "kept");
            response.Content.Headers.TryAddWithoutValidation("Content-Location", asked);
            return response;
        });
        using var services = Clients.Services(transport, options: o => (o.ApiKey, o.ServiceToken) = (byToken ? null : Secrets.Key, byToken ? Secrets.Token : null));

        using var response = await services.Http().GetAsync(new Uri("https://api.maptiler.com/x?a=1"), Cancel);

        var sent = Assert.Single(transport.Uris);
        var signature = byToken ? sent.Split("signature=")[1].TrimEnd('=') : Secrets.Key;
        var headers = response.Headers + response.Content.Headers.ToString();
        Assert.DoesNotContain(signature, headers, StringComparison.Ordinal);
        Assert.Contains("https://api.maptiler.com/x?a=1&key=***", headers, StringComparison.Ordinal);
        Assert.Contains("<https://example.com/>; rel=help", headers, StringComparison.Ordinal);
        Assert.Equal("kept", Assert.Single(response.Headers.GetValues("X-Other")));
    }

    [Theory]
    [InlineData("/login?return=https%3A%2F%2Fapi.maptiler.com%2F%3Fkey%3DKEY")]
    [InlineData("http://[bad?key=KEY")]
    [InlineData("/x#key=KEY")]
    [InlineData("/KEY/x")]
    public async Task Location_header_is_returned_without_a_credential(string location)
    {
        var transport = new StubTransport(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.Created) { ReasonPhrase = "created " + Secrets.Key };
            response.Headers.TryAddWithoutValidation("Location", location.Replace("KEY", Secrets.Key, StringComparison.Ordinal));
            return response;
        });
        using var services = Clients.Services(transport);

        using var response = await services.Http().PostAsync(new Uri("https://api.maptiler.com/x"), null, Cancel);

        Assert.DoesNotContain(Secrets.Key, response.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transport_failure_that_contains_the_URL_is_thrown_without_its_key()
    {
        using var services = Clients.Services(new StubTransport(request => throw new HttpRequestException("cannot get " + request.RequestUri)));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Contains("cannot get https://api.maptiler.com/geocoding/a.json?key=***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transport_failure_of_another_client_that_quotes_the_key_is_thrown_without_it()
    {
        var transport = new StubTransport(request => throw new HttpRequestException("received " + request.RequestUri, new IOException(Secrets.Key), HttpStatusCode.BadGateway));
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel));

        Assert.Equal("received https://api.maptiler.com/x?key=***", error.Message);
        Assert.Null(error.InnerException);
#if !NETSTANDARD_BUILD // .NET Framework has no status there
        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
#endif
    }

    [Fact]
    public async Task Failed_request_contains_no_credential()
    {
        var transport = new StubTransport(_ => throw new HttpRequestException("refused"));
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, Cancel));

        Assert.Equal("https://api.maptiler.com/x", request.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task Primary_handler_that_clones_the_request_returns_no_key()
    {
        var transport = new CloningHandler();
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        using var response = await http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Contains(Secrets.Key, transport.Sent!.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, response.RequestMessage!.ToString(), StringComparison.Ordinal);
    }

    private sealed class CloningHandler : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        public HttpRequestMessage? Sent { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent = new HttpRequestMessage(request.Method, request.RequestUri);
            return Task.FromResult(new HttpResponseMessage { RequestMessage = Sent });
        }
    }
}
