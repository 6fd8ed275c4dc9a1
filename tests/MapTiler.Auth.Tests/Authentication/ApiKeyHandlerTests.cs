using System.Net;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

/// <summary>Keys of providers and of single requests.</summary>
public sealed class ApiKeyHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Cancellation_in_a_provider_throws_for_the_caller_and_fails_the_request_otherwise(bool ofCaller, bool later)
    {
        using var cancellation = new CancellationTokenSource();
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpMessageInvoker(new ApiKeyHandler(new Provider(_ =>
        {
            if (ofCaller)
                cancellation.Cancel();
            throw new OperationCanceledException();
        }, later)) { InnerHandler = transport });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");

        var error = await Record.ExceptionAsync(() => http.SendAsync(request, cancellation.Token));

        if (ofCaller)
            Assert.IsAssignableFrom<OperationCanceledException>(error);
        else
            Assert.Contains("ApiKeyProvider failed with", Assert.IsAssignableFrom<InvalidOperationException>(error).Message, StringComparison.Ordinal);
        Assert.Empty(transport.Uris);
    }

    [Theory]
    [InlineData(MapTilerAuthentication.Signed)]
    [InlineData(MapTilerAuthentication.None)]
    [InlineData(MapTilerAuthentication.ApiKey)]
    public async Task Request_with_its_own_key_is_sent_with_that_key_and_the_configured_origin(MapTilerAuthentication authentication)
    {
        var seen = new List<(string Query, string? Origin)>();
        var transport = new StubTransport(request =>
        {
            seen.Add((request.RequestUri!.Query, request.Headers.TryGetValues("Origin", out var origins) ? origins.Single() : null));
            return StubTransport.Json();
        });
        using var services = Clients.Services(transport, options: o => (o.ServiceToken, o.Authentication, o.Origin) = (TestToken.Text, authentication, "https://shop.example"));
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient("MapTiler");
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");
        request.SetMapTilerApiKey(Secrets.OtherKey);

        using var response = await http.SendAsync(request, Cancel);

        Assert.Equal([($"?key={Secrets.OtherKey}", "https://shop.example")], seen);
        Assert.False(request.Headers.Contains("Origin"));
    }

    [Fact]
    public async Task Provider_receives_the_URL_of_each_redirect_without_its_key()
    {
        var asked = new List<string>();
        var transport = new StubTransport(request => request.RequestUri!.AbsolutePath == "/here"
            ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/there" + request.RequestUri.Query, UriKind.Relative) } }
            : StubTransport.Json());
        using var http = new HttpClient(new ApiKeyHandler(new Provider(context =>
        {
            asked.Add(context.RequestUri.AbsoluteUri);
            return Secrets.Key;
        })) { InnerHandler = transport });

        await http.GetAsync(new Uri("https://api.maptiler.com/here?a=1&key=" + Secrets.OtherKey), Cancel);

        Assert.Equal(["https://api.maptiler.com/here?a=1", "https://api.maptiler.com/there?a=1"], asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Key_of_a_request_is_masked_in_the_response(bool isSigned)
    {
        var echoing = new StubTransport(_ => new HttpResponseMessage { Headers = { { "X-Echo", "you are TenantKey" } } });
        HttpMessageHandler handler = isSigned ? new RequestSigningHandler(TestToken.Value) { InnerHandler = echoing } : new ApiKeyHandler(Secrets.Key) { InnerHandler = echoing };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x").SetMapTilerApiKey("TenantKey");

        using var response = await http.SendAsync(request, Cancel);

        Assert.EndsWith("?key=TenantKey", Assert.Single(echoing.Uris), StringComparison.Ordinal);
        Assert.Equal("you are ***", Assert.Single(response.Headers.GetValues("X-Echo")));
    }

    [Fact]
    public async Task Service_token_is_masked_in_the_response()
    {
        var echoing = new StubTransport(request => new HttpResponseMessage { Headers = { { "X-Echo", "you are " + request.Headers.Authorization!.Parameter } } });
        using var http = new HttpClient(new ServiceApiHandler(TestToken.Value) { InnerHandler = echoing });

        using var response = await http.GetAsync(new Uri("https://service.maptiler.com/v1/tiles"), Cancel);

        Assert.Equal("you are ***", Assert.Single(response.Headers.GetValues("X-Echo")));
    }

    [Fact]
    public async Task Request_with_its_own_key_is_sent_with_the_origin()
    {
        var origins = new List<string>();
        var transport = new StubTransport(request =>
        {
            origins.AddRange(request.Headers.GetValues("Origin"));
            return StubTransport.Json();
        });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, origin: "https://shop.example") { InnerHandler = transport });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x").SetMapTilerApiKey("TenantKey");

        await http.SendAsync(request, Cancel);

        Assert.Equal(["https://shop.example"], origins);
    }

    [Fact]
    public async Task Origin_that_the_caller_sets_between_two_attempts_is_not_removed()
    {
        using var http = new HttpMessageInvoker(new ApiKeyHandler(Secrets.Key, origin: "https://shop.example") { InnerHandler = StubTransport.AlwaysJson() });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");

        await http.SendAsync(request, Cancel);
        request.Headers.Add("Origin", "https://own.example");
        await http.SendAsync(request, Cancel);

        Assert.Equal("https://own.example", Assert.Single(request.Headers.GetValues("Origin")));
    }

    private sealed class Provider(Func<CredentialContext, string> answer, bool later = false) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
            later ? LaterAsync(context) : new(answer(context));

        private async ValueTask<string> LaterAsync(CredentialContext context)
        {
            await Task.Yield();
            return answer(context);
        }
    }
}
