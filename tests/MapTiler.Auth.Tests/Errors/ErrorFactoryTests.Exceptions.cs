using Polly.CircuitBreaker;

namespace MapTiler.Tests.Errors;

/// <summary>Errors of calls that received no response.</summary>
public sealed partial class ErrorFactoryTests
{
    [Theory]
    [InlineData("//")]
    [InlineData("//evil:99999999/")]
    public async Task Redirect_to_an_invalid_location_throws_MapTilerException(string location)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        using var services = Clients.Services(server.BaseAddress);

        Assert.Equal(MapTilerErrorReason.InvalidResponse, (await Fails(services.Geocoding())).Reason);
    }

    [Fact]
    public async Task Connection_that_cannot_be_opened_is_retried_and_throws_ConnectionFailed()
    {
        var transport = new StubTransport(_ => throw new HttpRequestException("Connection refused (api.maptiler.com:443)"));
        using var services = Clients.Services(transport);

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.Null(error.StatusCode);
        Assert.Equal(4, transport.Uris.Count);
    }

    [Fact]
    public async Task Cancellation_of_the_caller_throws_OperationCanceledException()
    {
        using var source = new CancellationTokenSource();
        var transport = new StubTransport(_ =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return StubTransport.Json();
        });
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task Canceled_token_throws_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Open_circuit_breaker_throws_MapTilerException()
    {
        using var services = Clients.Services(new StubTransport(_ => throw new BrokenCircuitException()));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.IsType<BrokenCircuitException>(error.InnerException);
    }

    [Fact]
    public async Task Url_over_the_length_limit_throws_with_its_endpoint()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync(new string('x', 10_000), cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.UriTooLong, "/geocoding/{query}.json"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task Exception_of_a_handler_of_the_application_is_not_wrapped()
    {
        using var services = Clients.Services(new StubTransport(_ => throw new TimeZoneNotFoundException("mine")));

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
    }
}
