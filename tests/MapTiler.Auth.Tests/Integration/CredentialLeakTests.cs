using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Integration;

/// <summary>
/// Canary credentials must be nowhere: this class looks for their absence. The second run of the tests has the redaction of the
/// platform switched off.
/// </summary>
public sealed class CredentialLeakTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> ClientNames => [.. SdkClients.Types.Select(type => type.Name)];

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var client in SdkClients.Types)
            {
                foreach (var credential in new[] { "key", "signature" })
                {
                    foreach (var status in new[] { 200, 302, 400, 403, 404, 429, 500, 503 })
                        cases.Add(client.Name, credential, status);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Logs_activities_exceptions_and_objects_contain_no_credential(string client, string credential, int status) =>
        LeakMatrix.AssertAsync(services => SdkClients.Named(services, client), credential, status, Cancel);

    [Theory]
    [MemberData(nameof(ClientNames))]
    public Task Methods_of_the_client_in_any_culture_send_the_same_requests(string client) =>
        CultureMatrix.AssertAsync(services => SdkClients.Named(services, client), Cancel);

    /// <summary>The transport quotes a line that is not HTTP in its exception.</summary>
    [Theory]
    [InlineData("key", "HTTP/1.1 {0}\r\n\r\n")]
    [InlineData("key", "HTTP/1.1 200 OK\r\n{0}\r\n\r\n")]
    [InlineData("key", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{0}\r\n")]
    [InlineData("signature", "HTTP/1.1 {0}\r\n\r\n")]
    public async Task Logs_exceptions_and_event_sources_contain_no_credential_that_a_response_echoes_in_invalid_HTTP(string credential, string response)
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var serving = EchoAsync();
        var logs = new CapturingLoggerProvider();
        using var events = new EventRecorder();
        using var services = Clients.Services(
            new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}/"), builder => builder.HttpClientBuilder.AddDefaultLogger(),
            options => (options.ApiKey, options.ServiceToken) = (credential == "key" ? Secrets.Key : null, Secrets.Token), services => services.AddLogging(logging => logging.AddCapturing(logs)));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        listener.Stop();
        await serving;

        Assert.NotEmpty(logs.Messages);
        Assert.Contains(events.Events, text => text.StartsWith("System.Net.Http RequestFailed", StringComparison.Ordinal));
        foreach (var sink in new[] { logs.All, ReturnedValues.Describe(error), string.Join("\n", events.Events) })
            Assert.All(Secrets.All, secret => Assert.False(sink.Contains(secret, StringComparison.OrdinalIgnoreCase), sink));

        async Task EchoAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(Cancel);
                    using var reader = new StreamReader(client.GetStream());
                    var target = (await reader.ReadLineAsync(Cancel))!.Split(' ')[1];
                    while (await reader.ReadLineAsync(Cancel) is { Length: > 0 })
                    {
                    }

                    await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, response, target)), Cancel);
                }
            }
            catch (Exception e) when (e is System.Net.Sockets.SocketException or InvalidOperationException)
            {
                // the listener has been stopped, while it waited or before
            }
        }
    }

    [Fact]
    public async Task Every_method_of_every_client_is_called()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.ServiceToken = Secrets.Token);
        var calls = SdkClients.All(services).SelectMany(client => ClientCalls.Of(client, Cancel)).ToList();

        foreach (var (name, call) in calls)
        {
            var before = transport.Uris.Count;
            await call();
            Assert.True(transport.Uris.Count > before, $"{name} sent nothing.");
        }

        var types = typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type => SdkClients.IsService(type) && !SdkClients.IsClient(type));
        Assert.Equal(types.Sum(type => type.GetMethods().Count(method => method.Name.EndsWith("Async", StringComparison.Ordinal))), calls.Count(call => call.Name.Contains('.', StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_of_types_with_secrets_contains_none()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(), options: o => (o.ServiceToken, o.BrowserApiKey) = (Secrets.Token, Secrets.OtherKey));
        var options = services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<MapTilerOptions>>().CurrentValue;
        var token = MapTiler.Authentication.ServiceToken.Parse(Secrets.Token);
        object[] holders = [options, token, new MapTilerUrlBuilder(Secrets.Key), new MapTilerUrlBuilder(token), services.GetRequiredService<MapTilerUrlBuilder>(),
            .. SdkClients.All(services), new MapTiler.Authentication.ApiKeyHandler(Secrets.Key), services.Geocoding()];

        foreach (var holder in holders)
        {
            var text = holder + System.Text.Json.JsonSerializer.Serialize(holder, holder.GetType());
            Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
