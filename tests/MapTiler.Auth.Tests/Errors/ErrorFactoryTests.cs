using System.Net;
using System.Net.Http.Headers;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Errors;

public sealed partial class ErrorFactoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string, string> Statuses => new()
    {
        { 400, "Query too long", "InvalidRequest", "Check the parameters" },
        { 401, "no", "KeyInvalid", "unknown" },
        { 402, "", "QuotaExceeded", "A payment is required" },
        { 407, "", "InvalidResponse", "A proxy between this application and MapTiler requires authentication" },
        { 451, "", "Forbidden", "legal reasons" },
        { 403, "Invalid key", "KeyInvalid", "plan of its account has expired" },
        { 403, "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", "KeyInvalid", "cloud.maptiler.com/account/keys" },
        { 403, "Key is missing, invalid or restricted", "Forbidden", "allowed user agent" },
        { 403, "<html>\nForbidden</html>", "Forbidden", "allowed origins" },
        { 403, "", "Forbidden", "plan of the account" },
        { 403, "Invalid signature", "SignatureInvalid", "MapTiler:ServiceToken" },
        { 404, "Not found", "NotFound", "Check the id" },
        { 410, "Gone", "Gone", "deleted" },
        { 414, "URI too long", "UriTooLong", "8192" },
        { 418, "teapot", "InvalidRequest", "Check the parameters" },
        { 301, "", "InvalidResponse", "base address" },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_is_reported_with_reason_and_advice_and_not_retried(int status, string body, string reason, string advice)
    {
        var transport = new StubTransport(_ => StubTransport.Text(body, "text/plain", (HttpStatusCode)status));
        using var services = Clients.Services(transport);

        var error = await Fails(services.Geocoding());

        Assert.Equal(reason, error.Reason.ToString());
        Assert.Equal(status, (int?)error.StatusCode);
#if !NETSTANDARD_BUILD // there the base has no status
        Assert.Equal(status, (int?)((HttpRequestException)error).StatusCode);
#endif
        Assert.Equal("/geocoding/{query}.json", error.Endpoint);
        Assert.Equal(body, error.ResponseExcerpt);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData(429, "Too many requests", "RateLimited")]
    [InlineData(429, "Monthly quota exceeded", "QuotaExceeded")]
    [InlineData(408, "", "Timeout")]
    [InlineData(500, "", "ServerError")]
    [InlineData(503, "down", "ServerError")]
    public async Task Transient_failure_is_retried_three_times(int status, string body, string reason)
    {
        var transport = new StubTransport(_ => StubTransport.Text(body, "text/plain", (HttpStatusCode)status));
        using var services = Clients.Services(transport);

        var error = await Fails(services.Geocoding());

        Assert.Equal(reason, error.Reason.ToString());
        Assert.Equal(4, transport.Uris.Count);
    }

    [Theory]
    [InlineData(null, false, "Forbidden", null, "an image instead of a message")]
    [InlineData("403 Access to rendered maps not allowed", true, "Forbidden", "Access to rendered maps not allowed", "The free plan of the account does not include rendered maps")]
    [InlineData(null, true, "Forbidden", null, "The free plan of the account does not include rendered maps")]
    [InlineData("403 Key not allowed", false, "Forbidden", "Key not allowed", "the allowed origins")]
    [InlineData("403 Access to rendered maps not allowed", false, "Forbidden", "Access to rendered maps not allowed", "The plan of the account does not include rendered maps")]
    [InlineData("403 Invalid key", false, "KeyInvalid", "Invalid key", "free plan")]
    [InlineData("403 Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", false, "KeyInvalid", "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", "unknown")]
    [InlineData("Invalid signature", false, "SignatureInvalid", "Invalid signature", "MapTiler:ServiceToken")]
    [InlineData("403", false, "Forbidden", null, "an image instead of a message")]
    public async Task Rejected_image_fails_with_the_reason_in_its_header(string? statusText, bool isFree, string reason, string? excerpt, string advice)
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new ByteArrayContent([0x89, 0x50, 0x4E, 0x47]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } } };
            if (statusText is not null)
                response.Headers.TryAddWithoutValidation("statustext", statusText);
            if (isFree)
                response.Headers.TryAddWithoutValidation("X-MAPTILER-FREE", "1");
            return response;
        }));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<MapTilerClient>().Maps.GetTileAsync("m", default, cancellationToken: Cancel));

        Assert.Equal((reason, excerpt), (error.Reason.ToString(), error.ResponseExcerpt));
        Assert.Contains(excerpt ?? advice, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_key_of_a_free_plan_fails_with_the_headers_that_were_sent()
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var response = StubTransport.Text("Key not allowed", "text/plain", HttpStatusCode.Forbidden);
            response.Headers.TryAddWithoutValidation("X-MAPTILER-FREE", "1");
            return response;
        }));

        var error = await Fails(services.Geocoding());

        Assert.Contains("the free plan of the account does not include this service. The request was sent with no Origin and the User-Agent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_of_a_rejected_image_that_contains_the_key_is_redacted()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Forbidden)
        {
            Headers = { { "statustext", $"403 The key {Secrets.Key} is not allowed" } },
            Content = new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } },
        }));

        var error = await Fails(services.Geocoding());

        Assert.Equal("The key *** is not allowed", error.ResponseExcerpt);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://shop.example", "my-app/1.0 (a; b)", "the Origin \"https://shop.example\" and the User-Agent \"my-app/1.0 (a; b)\"")]
    [InlineData(null, "my-app/1.0", "no Origin and the User-Agent \"my-app/1.0\"")]
    public async Task Message_of_a_restricted_key_contains_the_Origin_and_the_User_Agent_that_were_sent(string? origin, string userAgent, string expected)
    {
        using var services = Clients.Services(
            new StubTransport(_ => StubTransport.Text("Key not allowed", "text/plain", HttpStatusCode.Forbidden)), options: o => (o.Origin, o.UserAgent) = (origin, userAgent));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Short_key_within_the_message_does_not_hide_the_reason()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text("Invalid key", "text/plain", HttpStatusCode.Forbidden)), options: o => o.ApiKey = "k");

        Assert.Equal(MapTilerErrorReason.KeyInvalid, (await Fails(services.Geocoding())).Reason);
    }

    private static Task<MapTilerException> Fails(GeocodingClient client) => Assert.ThrowsAsync<MapTilerException>(() => client.SearchAsync("Brno", cancellationToken: Cancel));
}
