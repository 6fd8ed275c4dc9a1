using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MapTiler.Emulator;
using MapTiler.Emulator.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Http;

public sealed class HttpVersionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, HttpVersionPolicy> Settings => new()
    {
        { "none", "2.0", HttpVersionPolicy.RequestVersionOrLower },
        { "1.1 for all clients", "1.1", HttpVersionPolicy.RequestVersionOrLower },
        { "a policy for all clients", "1.1", HttpVersionPolicy.RequestVersionOrHigher },
        { "3.0 for the client", "3.0", HttpVersionPolicy.RequestVersionOrLower },
        { "2.0 exactly for the client", "2.0", HttpVersionPolicy.RequestVersionExact },
    };

    [Theory, MemberData(nameof(Settings))]
    public async Task Request_has_the_version_that_the_application_sets_and_otherwise_prefers_HTTP_2(string setting, string version, HttpVersionPolicy policy)
    {
        var sent = new List<(string, HttpVersionPolicy)>();
        var transport = new StubTransport(request =>
        {
            sent.Add((request.Version.ToString(), request.VersionPolicy));
            return StubTransport.Json();
        });
        using var services = Clients.Services(transport, builder =>
        {
            if (setting == "3.0 for the client")
                builder.HttpClientBuilder.ConfigureHttpClient(client => client.DefaultRequestVersion = HttpVersion.Version30);
            if (setting == "2.0 exactly for the client")
                builder.HttpClientBuilder.ConfigureHttpClient(client => (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact));
        }, before: all => all.ConfigureHttpClientDefaults(builder => builder.ConfigureHttpClient(client =>
        {
            if (setting == "1.1 for all clients")
                client.DefaultRequestVersion = HttpVersion.Version11;
            if (setting == "a policy for all clients")
                client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
        })));

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal((version, policy), Assert.Single(sent));
    }

    [Theory]
    [InlineData(true, "2.0")]
    [InlineData(false, "1.1")]
    public async Task Response_of_the_emulator_has_HTTP_2_over_TLS_only(bool useHttps, string version)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { UseHttps = useHttps }, Cancel);
        var versions = new VersionRecorder();
        using var services = emulator.Services(configure: builder => Trust(builder, emulator.Certificate).AddHttpMessageHandler(() => versions));

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal([version], versions.Received);
    }

    [Fact]
    public async Task Server_without_HTTP_2_responds_over_HTTP_1_1()
    {
        using var certificate = CreateCertificate();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var responding = RespondAsync(listener, certificate);
        var versions = new VersionRecorder();
        using var services = Clients.Services(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), builder => Trust(builder, certificate).AddHttpMessageHandler(() => versions));

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal(["1.1"], versions.Received);
        await responding;
    }

    [Fact]
    public async Task More_than_100_requests_are_sent_at_the_same_time()
    {
        const int Calls = 150;
        var clock = new SignalingTimeProvider();
        await using var emulator = await MapTilerEmulator.StartAsync(new() { UseHttps = true, TimeProvider = clock, Latency = TimeSpan.FromMinutes(1) }, Cancel);
        using var services = emulator.Services(configure: builder => Trust(builder.ConfigureResilience(resilience => resilience.MaxRetryAttempts = 0), emulator.Certificate));

        var calls = Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel)));
        await Task.WhenAny(AllWaitAsync(), calls);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Calls, (await calls).Length); // calls that are never sent time out

        async Task AllWaitAsync()
        {
            for (var i = 0; i < Calls; i++)
                await clock.NextWaitAsync(Cancel);
        }
    }

    private static IHttpClientBuilder Trust(MapTilerBuilder builder, X509Certificate2? certificate) =>
        builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler((handler, _) =>
        {
            if (certificate is not null)
                ((SocketsHttpHandler)handler).SslOptions.RemoteCertificateValidationCallback = (_, sent, _, _) => sent!.GetRawCertDataString() == certificate.GetRawCertDataString();
        });

    private static async Task RespondAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var socket = await listener.AcceptSocketAsync(Cancel);
        await using var stream = new SslStream(new NetworkStream(socket));
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate, ApplicationProtocols = [SslApplicationProtocol.Http11] }, Cancel);
        using var reader = new StreamReader(stream, leaveOpen: true);
        while (await reader.ReadLineAsync(Cancel) is { Length: > 0 })
        {
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {ResponseBodies.NoFeatures.Length}\r\n\r\n{ResponseBodies.NoFeatures}"), Cancel);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class VersionRecorder : DelegatingHandler
    {
        public List<string> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Received.Add(response.Version.ToString());
            return response;
        }
    }
}
