using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Http;

public sealed class KeyCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.OK, KeyCheckStatus.Unprotected)]
    [InlineData(HttpStatusCode.Forbidden, KeyCheckStatus.Works)]
    [InlineData(HttpStatusCode.NotFound, KeyCheckStatus.Unknown)]
    [InlineData(HttpStatusCode.ServiceUnavailable, KeyCheckStatus.Unknown)]
    public async Task A_key_is_protected_only_if_the_stranger_is_refused(HttpStatusCode ofStranger, KeyCheckStatus expected)
    {
        var strangers = new List<string>();
        var wire = new Wire(request =>
        {
            if (!request.Headers.Contains("Origin"))
                return Answer(HttpStatusCode.OK, request);
            strangers.Add(request.Headers.UserAgent + " " + request.Headers.GetValues("Origin").Single());
            return Answer(ofStranger, request);
        });
        using var services = Clients.Services(wire, builder => builder.DisableResilience(), o => o.UserAgent = "my-app/1");

        var result = await services.GetRequiredService<MapTilerClient>().CheckKeyAsync(Cancel);

        Assert.Equal(expected, result.Status);
        Assert.Equal(["maptiler-key-check/1 https://stranger.example"], strangers);
    }

    [Theory]
    [InlineData(401, "", KeyCheckStatus.Refused)]
    [InlineData(403, "", KeyCheckStatus.Refused)]
    [InlineData(429, "Monthly quota exceeded", KeyCheckStatus.Refused)]
    [InlineData(429, "Too many requests", KeyCheckStatus.Unknown)]
    [InlineData(500, "", KeyCheckStatus.Unknown)]
    public async Task A_first_answer_tells_a_refusal_from_a_passing_failure(int status, string body, KeyCheckStatus expected)
    {
        var wire = new Wire(_ => Wire.Text(body, "text/plain", (HttpStatusCode)status));
        using var services = Clients.Services(wire, builder => builder.DisableResilience());

        var result = await services.GetRequiredService<MapTilerClient>().CheckKeyAsync(Cancel);

        Assert.Equal((expected, status), (result.Status, (int)result.Error!.StatusCode!));
        Assert.Single(wire.Uris);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, HttpRequestMessage request) =>
        status == HttpStatusCode.OK ? Wire.Json(Answers.Of(request.RequestUri!).Body) : new HttpResponseMessage(status);
}
