using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Authentication;

/// <summary>Providers that never return a credential and do not observe their token.</summary>
public sealed partial class CredentialTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Provider_that_never_completes_is_awaited_within_the_timeouts(bool isBatch)
    {
        var time = new FakeTimeProvider();
        var provider = new EndlessProvider();
        using var services = Services(provider, time);

        var call = isBatch ? BatchAsync(services, Cancel) : SearchAsync(services, Cancel);
        for (var attempt = 1; attempt <= 3; attempt++) // 10 s each, of 30 s in total
        {
            await provider.Called.WaitAsync(Cancel);
            time.Advance(TimeSpan.FromSeconds(10));
        }

        var error = await Assert.ThrowsAsync<MapTilerException>(() => call);
        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Provider_that_never_completes_is_abandoned_if_the_caller_cancels(bool isBatch)
    {
        using var cancellation = new CancellationTokenSource();
        var provider = new EndlessProvider();
        using var services = Services(provider, new FakeTimeProvider());

        var call = isBatch ? BatchAsync(services, cancellation.Token) : SearchAsync(services, cancellation.Token);
        await provider.Called.WaitAsync(Cancel);
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    private static ServiceProvider Services(ApiKeyProvider provider, TimeProvider time) => Clients.Services(StubTransport.AlwaysJson(), before: services =>
    {
        services.AddSingleton(provider);
        services.AddSingleton(time);
    });

    private static async Task SearchAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.Geocoding().SearchAsync("a", cancellationToken: cancellationToken);

    private static async Task BatchAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await foreach (var result in services.Geocoding().BatchAsync(["a"], cancellationToken: cancellationToken))
            throw result.Error!;
    }

    private sealed class EndlessProvider : ApiKeyProvider
    {
        /// <summary>Released once for each call.</summary>
        public SemaphoreSlim Called { get; } = new(0);

        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            Called.Release();
            return new(new TaskCompletionSource<string>().Task);
        }
    }
}
