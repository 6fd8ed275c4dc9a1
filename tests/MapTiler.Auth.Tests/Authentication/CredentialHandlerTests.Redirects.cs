using System.Net;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

public sealed partial class CredentialHandlerTests
{
    [Fact]
    public async Task Redirect_within_the_origin_is_followed_with_one_key()
    {
        await using var server = await LoopbackServer.StartAsync(RedirectOnce("/there.json?a=1&key=ECHO"));
        using var services = Clients.Services(server.BaseAddress);

        using var response = await services.Http().GetAsync(new Uri("here.json", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([$"/here.json?key={Secrets.Key}", $"/there.json?a=1&key={Secrets.Key}"], server.Requests.Select(r => r.Target));
        Assert.DoesNotContain("key=", response.RequestMessage!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_within_the_origin_is_signed_again()
    {
        await using var server = await LoopbackServer.StartAsync(RedirectOnce("/there.json"));
        var token = ServiceToken.Parse(Secrets.Token);
        using var http = new HttpClient(new RequestSigningHandler(token, server.BaseAddress));

        await http.GetAsync(new Uri(server.BaseAddress, "/here.json"), Cancel);

        Assert.Equal(
            [token.Sign(new Uri(server.BaseAddress, "/here.json")).PathAndQuery, token.Sign(new Uri(server.BaseAddress, "/there.json")).PathAndQuery],
            server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task Redirect_within_the_origin_is_sent_with_the_service_token()
    {
        await using var server = await LoopbackServer.StartAsync(RedirectOnce("/there.json"));
        using var http = new HttpClient(new ServiceApiHandler(ServiceToken.Parse(Secrets.Token), server.BaseAddress));

        await http.GetAsync(new Uri(server.BaseAddress, "/here.json"), Cancel);

        Assert.All(server.Requests, request => Assert.Equal("Token " + Secrets.Token, request.Headers["Authorization"]));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redirect_to_another_origin_throws_without_a_request_there(bool echo)
    {
        await using var foreign = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(foreign.BaseAddress, "/x").AbsoluteUri + (echo ? context.Request.QueryString : ""));
            return Task.CompletedTask;
        });
        using var services = Clients.Services(server.BaseAddress);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("another origin", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests); // and it is not retried
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task Redirect_from_https_to_http_throws()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://api.maptiler.com/x") } });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel));

        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task Redirect_of_a_call_from_https_to_http_throws_InvalidResponse()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://api.maptiler.com/x") } });
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task Redirect_for_the_eleventh_time_throws()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/x", UriKind.Relative) } });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel));

        Assert.Contains("10 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(11, transport.Uris.Count);
    }

    [Fact]
    public async Task Redirect_of_a_POST_is_returned_without_the_echoed_key()
    {
        var transport = new StubTransport(request => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/y" + request.RequestUri!.Query, UriKind.Relative) } });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        using var response = await http.PostAsync(new Uri("https://api.maptiler.com/x"), content: null, Cancel);

        Assert.Equal("https://api.maptiler.com/y", response.Headers.Location!.AbsoluteUri);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Primary_handler_of_the_application_does_not_follow_redirects(bool isSocketsHandler)
    {
        HttpMessageHandler Primary() => isSocketsHandler ? new SocketsHttpHandler() : new HttpClientHandler();
        await using var foreign = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(foreign.BaseAddress, "/x").AbsoluteUri + context.Request.QueryString);
            return Task.CompletedTask;
        });
        using var services = Clients.Services(server.BaseAddress, builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(Primary));
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, server.BaseAddress) { InnerHandler = Primary() });

        await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(server.BaseAddress, Cancel));

        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task Used_primary_handler_that_follows_redirects_throws_with_the_option_to_set()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var used = new SocketsHttpHandler();
        using (var bare = new HttpClient(used, disposeHandler: false))
            await bare.GetAsync(server.BaseAddress, Cancel);
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, server.BaseAddress) { InnerHandler = used });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(server.BaseAddress, Cancel));

        Assert.Contains("AllowAutoRedirect = false", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Used_primary_handler_that_does_not_follow_redirects_is_accepted(bool isSocketsHandler)
    {
        await using var server = await LoopbackServer.StartAsync();
        using HttpMessageHandler used = isSocketsHandler ? new SocketsHttpHandler { AllowAutoRedirect = false } : new HttpClientHandler { AllowAutoRedirect = false };
        using (var bare = new HttpClient(used, disposeHandler: false))
            await bare.GetAsync(server.BaseAddress, Cancel);
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, server.BaseAddress) { InnerHandler = PrimaryHandlers.Tune(used) });

        using var response = await http.GetAsync(server.BaseAddress, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Location_that_is_not_a_URL_is_removed_and_not_followed()
    {
        var transport = new StubTransport(request => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("//[" + request.RequestUri!.Query, UriKind.Relative) } });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        using var response = await http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal((HttpStatusCode.Found, false), (response.StatusCode, response.Headers.Contains("Location")));
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData(301, "GET")]
    [InlineData(302, "GET")]
    [InlineData(303, "GET")]
    [InlineData(307, "GET")]
    [InlineData(308, "GET")]
    [InlineData(302, "HEAD")]
    public async Task Redirect_of_each_status_is_followed_relative_to_its_URL_and_its_response_disposed(int status, string method)
    {
        using var left = new MemoryStream();
        var transport = new StubTransport(request => request.RequestUri!.AbsolutePath == "/a/here"
            ? new HttpResponseMessage((HttpStatusCode)status) { Headers = { Location = new Uri("there", UriKind.Relative) }, Content = new StreamContent(left) }
            : StubTransport.Json());
        using var http = new HttpClient(new ApiKeyHandler("K") { InnerHandler = transport });
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://api.maptiler.com/a/here");

        using var response = await http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["https://api.maptiler.com/a/here?key=K", "https://api.maptiler.com/a/there?key=K"], transport.Uris);
        Assert.False(left.CanRead);
    }

    [Fact]
    public async Task Location_of_a_201_response_is_not_followed()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Created) { Headers = { Location = new Uri("/there", UriKind.Relative) } });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = transport });

        using var response = await http.GetAsync(new Uri("https://api.maptiler.com/here"), Cancel);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task Primary_handler_below_other_handlers_does_not_follow_redirects()
    {
        await using var foreign = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(foreign.BaseAddress, "/x").AbsoluteUri + context.Request.QueryString);
            return Task.CompletedTask;
        });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, server.BaseAddress) { InnerHandler = new UserAgentHandler("a/1") { InnerHandler = new HttpClientHandler() } });

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(server.BaseAddress, Cancel));

        Assert.Empty(foreign.Requests);
    }

    private static Func<HttpContext, Task> RedirectOnce(string location)
    {
        var redirected = 0;
        return context =>
        {
            if (Interlocked.Exchange(ref redirected, 1) == 0)
                context.Response.Redirect(location);
            return Task.CompletedTask;
        };
    }
}
