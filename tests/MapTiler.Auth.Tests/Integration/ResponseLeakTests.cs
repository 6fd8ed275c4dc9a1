namespace MapTiler.Tests.Integration;

/// <summary>Styles and TileJSONs contain URLs with the key of the request. The objects that the clients return do not.</summary>
public sealed class ResponseLeakTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Returned_objects_do_not_contain_the_credential_that_the_response_echoes(bool byToken)
    {
        var echoed = new HashSet<string>();
        var transport = new StubTransport(request =>
        {
            if (request.Method == HttpMethod.Put)
                return new HttpResponseMessage { Headers = { { "ETag", "\"etag\"" } } };
            var (body, contentType) = ResponseBodies.Of(request.RequestUri!);
            if (body.Contains("key=", StringComparison.Ordinal))
                echoed.Add(request.RequestUri!.Segments[^1]);
            return StubTransport.Text(body, contentType);
        });
        using var services = Clients.Services(transport, options: o => (o.ApiKey, o.ServiceToken) = (byToken ? null : Secrets.Key, Secrets.Token));

        foreach (var (name, call) in SdkClients.All(services).SelectMany(client => ClientCalls.Of(client, Cancel)))
        {
            var task = call();
            await task;
            var text = ReturnedValues.Describe(task);
            Assert.All(Secrets.All.Append("signature=").Append("key="), secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{name}: {text}"));
        }

        Assert.Superset(new HashSet<string> { "style.json", "tiles.json", "WMTSCapabilities.xml", "WebMercatorQuad" }, echoed);
    }
}
