namespace MapTiler.Tests;

/// <summary>Every method of a client sends the same in every culture.</summary>
internal static class CultureMatrix
{
    public static async Task AssertAsync(Func<IServiceProvider, object> client, CancellationToken cancellationToken)
    {
        var expected = await UrlsAsync("", client, cancellationToken);
        Assert.NotEmpty(expected);
        foreach (var culture in Cultures.All)
            Assert.Equal(expected, await UrlsAsync(culture, client, cancellationToken));
    }

    private static async Task<IReadOnlyList<string>> UrlsAsync(string culture, Func<IServiceProvider, object> client, CancellationToken cancellationToken)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.ServiceToken = Secrets.Token); // for each culture, because a client caches terrain tiles
        foreach (var (_, call) in ClientCalls.Of(client(services), cancellationToken))
            await Cultures.In(culture, call);
        return transport.Uris;
    }
}
