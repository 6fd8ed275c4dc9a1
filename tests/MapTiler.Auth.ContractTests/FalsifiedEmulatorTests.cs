using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MapTiler.ContractTests;

/// <summary>The suite against a service that returns three responses wrongly.</summary>
public sealed class FalsifiedEmulatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_wrong_responses_are_named_and_nothing_else()
    {
        await using var target = await EmulatorTarget.StartAsync(Cancellation);
        using var client = new HttpClient(new Falsifier { InnerHandler = FactRunner.CreateHandler() });
        var runner = new FactRunner(target, client);

        var outcomes = new List<Outcome>();
        foreach (var fact in AllFacts.List)
            outcomes.Add(await runner.RunAsync(fact, Cancellation));

        Assert.Equal(
            [
                ("glyphs of an unknown font", "the type is text/html, not application/x-protobuf"),
                ("the location of the caller with its elevation", "$ has no member 'elevation'"),
                ("the elevation at the northern limit", "the status is 500, not 200"),
            ],
            outcomes.Where(o => !o.IsAsExpected).Select(o => (o.Fact.Name, string.Join("; ", o.Differences))));
    }

    [Fact]
    public async Task A_service_that_does_not_respond_is_a_difference_of_every_fact()
    {
        await using var target = await EmulatorTarget.StartAsync(Cancellation);
        using var client = new HttpClient(FactRunner.CreateHandler());
        await target.DisposeAsync();

        var outcome = await new FactRunner(target, client).RunAsync(AllFacts.List[0], Cancellation);

        Assert.Equal(["no response: ConnectionError"], outcome.Differences);
    }

    [Theory]
    [InlineData("gzip", "the body is not what Content-Encoding says")]
    [InlineData("identity", "the body cannot be read")]
    public async Task A_body_that_cannot_be_read_is_a_difference(string encoding, string difference)
    {
        await using var target = await EmulatorTarget.StartAsync(Cancellation);
        using var client = new HttpClient(new Garbler(encoding));

        var outcome = await new FactRunner(target, client).RunAsync(AllFacts.List.First(f => f is { Json: not null, Headers: [] }), Cancellation);

        Assert.Equal([difference], outcome.Differences);
    }

    private sealed class Garbler(string encoding) : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StringContent("{ this is neither", Encoding.UTF8, "application/json");
            content.Headers.ContentEncoding.Add(encoding);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }

    private sealed class Falsifier : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var path = request.RequestUri!.PathAndQuery;
            if (path.StartsWith("/elevation/17,85.json", StringComparison.Ordinal))
                response.StatusCode = HttpStatusCode.InternalServerError;
            if (path.StartsWith("/fonts/No%20Such%20Font/", StringComparison.Ordinal))
                response.Content.Headers.ContentType = new("text/html");
            if (path.StartsWith("/geolocation/ip.json?elevation=true", StringComparison.Ordinal))
                response.Content = Without("elevation", await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }

        private static StringContent Without(string member, string json)
        {
            var document = JsonNode.Parse(json)!.AsObject();
            Assert.True(document.Remove(member));
            return new(document.ToJsonString(), Encoding.UTF8, "application/json");
        }
    }
}
