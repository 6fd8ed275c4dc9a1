using System.Net;

namespace MapTiler.Tests.Authentication;

/// <summary>Servers that repeat what they were asked by.</summary>
public sealed class EchoedCredentialTests
{
    private const string Key = "Canary/Key+1=";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_is_escaped_in_the_address_is_taken_out_of_headers_too()
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
    public async Task A_redirect_that_names_the_key_before_its_host_is_told_without_it()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri($"https://{Secrets.Key}@foreign.example/x") } });
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Contains("another origin (https://foreign.example)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
    }
}
