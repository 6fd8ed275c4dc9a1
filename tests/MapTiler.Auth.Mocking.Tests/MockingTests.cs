using System.Runtime.CompilerServices;
using MapTiler.Authentication;
using MapTiler.Geocoding;
using MapTiler.Maps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using NSubstitute;

namespace MapTiler.Mocking.Tests;

/// <summary>What a project that uses the SDK can fake in its own tests. This project sees no internal member.</summary>
public sealed class MockingTests
{
    public static TheoryData<Type> Clients => [.. ClientMocks.Clients];

    public static TheoryData<Type> Results => [.. ClientMocks.Results];

    [Theory, MemberData(nameof(Clients))]
    public void NSubstitute_creates_a_client_and_receives_every_method(Type client)
    {
        var mock = Substitute.For([client], []);

        foreach (var method in ClientMocks.MethodsOf(client))
            method.Invoke(mock, [.. method.GetParameters().Select(parameter => ClientMocks.CreateArgument(parameter.ParameterType))]);

        Assert.Equal(ClientMocks.MethodsOf(client).Count(), mock.ReceivedCalls().Count());
    }

    [Theory, MemberData(nameof(Results))]
    public void Result_is_created_by_the_public_API_and_prints(Type result) => Assert.NotNull(ClientMocks.Create(result)!.ToString());

    [Fact]
    public async Task Geocoding_by_NSubstitute_returns_the_given_features()
    {
        var geocoding = Substitute.For<GeocodingClient>();
        geocoding.SearchAsync("Zürich", Arg.Any<GeocodingSearchOptions?>(), Arg.Any<CancellationToken>())
            .Returns(new GeocodingResult { Features = [new GeocodingFeature { Id = "municipality.1", PlaceName = "Zürich, Switzerland", Center = new LngLat(8.54, 47.37) }] });

        var center = await new Shop(geocoding).FindAsync("Zürich", TestContext.Current.CancellationToken);

        Assert.Equal(new LngLat(8.54, 47.37), center);
    }

    [Fact]
    public async Task Batch_by_a_class_written_by_hand_returns_its_results()
    {
        var results = await new FakeGeocoding().BatchAsync(["a", "b"], cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], results.Select(result => result.Query.ToString()));
    }

    [Fact]
    public async Task Composite_client_by_NSubstitute_returns_the_given_client()
    {
        var client = Substitute.For<MapTilerClient>();
        client.Maps.GetTileAsync("streets-v4", Arg.Any<TileCoordinate>(), Arg.Any<RasterTileOptions?>(), Arg.Any<CancellationToken>())
            .Returns(new MapTilerContent(new MemoryStream([1, 2]), "image/png"));

        using var tile = await client.Maps.GetTileAsync("streets-v4", new TileCoordinate(1, 0, 0), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], await tile!.ReadBytesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Primary_handler_by_NSubstitute_receives_the_request_with_the_key()
    {
        Uri? requested = null;
        var primary = Substitute.ForPartsOf<FakeHandler>();
        primary.Respond(Arg.Do<HttpRequestMessage>(request => requested = request.RequestUri)).Returns(_ => new HttpResponseMessage { Content = new StringContent("{}") });
        using var http = new HttpClient(new ApiKeyHandler("k") { InnerHandler = primary });

        Assert.Equal("{}", await http.GetStringAsync(new Uri("https://api.maptiler.com/a"), TestContext.Current.CancellationToken));
        Assert.Equal("https://api.maptiler.com/a?key=k", requested!.AbsoluteUri);
    }

    [Fact]
    public async Task Test_server_of_ASP_NET_Core_receives_the_request_with_the_key()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(context.Request.Path + context.Request.QueryString.Value));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient(new ApiKeyHandler("k") { InnerHandler = app.GetTestServer().CreateHandler() });

        Assert.Equal("/a?key=k", await http.GetStringAsync(new Uri("https://api.maptiler.com/a"), TestContext.Current.CancellationToken));
    }

    public abstract class FakeHandler : HttpMessageHandler
    {
        public abstract HttpResponseMessage Respond(HttpRequestMessage request);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Respond(request));
    }

    private sealed class Shop(GeocodingClient geocoding)
    {
        public async Task<LngLat?> FindAsync(string address, CancellationToken cancellationToken) =>
            (await geocoding.SearchAsync(address, cancellationToken: cancellationToken)).Features.FirstOrDefault()?.Center;
    }

    /// <summary>The other two overloads call this one.</summary>
    private sealed class FakeGeocoding : GeocodingClient
    {
        public override async IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
            IAsyncEnumerable<GeocodingQuery> queries, GeocodingSearchOptions? options = null, int maxConcurrency = 4,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var index = 0L;
            await foreach (var query in queries.WithCancellation(cancellationToken))
                yield return new GeocodingBatchResult { Index = index++, Query = query, Result = new GeocodingResult() };
        }
    }
}
