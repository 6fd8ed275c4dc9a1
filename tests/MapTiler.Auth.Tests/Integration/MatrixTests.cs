using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace MapTiler.Tests.Integration;

/// <summary>The matrices of <see cref="CredentialLeakTests"/> include new clients automatically: here a client of this class.</summary>
public sealed class MatrixTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void New_client_is_part_of_the_matrices()
    {
        Assert.True(SdkClients.IsClient(typeof(MadeUpClient)));
        Assert.Contains(typeof(MapTilerClient), SdkClients.Types);
        Assert.Contains(typeof(MapTilerServiceClient), SdkClients.Types);
    }

    [Fact]
    public async Task Endpoint_without_leaks_passes()
    {
        await CultureMatrix.AssertAsync(Careful, Cancel);
        await LeakMatrix.AssertAsync(Careful, "key", 200, Cancel);

        static MadeUpClient Careful(IServiceProvider services) => new(height => AskAsync(services, height.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Endpoint_with_culture_dependent_numbers_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => CultureMatrix.AssertAsync(Careless, Cancel));

        Assert.Contains("-1234,5", failure.Message, StringComparison.Ordinal);

        static MadeUpClient Careless(IServiceProvider services) => new(height => AskAsync(services, height.ToString(CultureInfo.CurrentCulture)));
    }

    [Theory]
    [InlineData("logs")]
    [InlineData("our activities")]
    [InlineData("objects and exceptions", false)]
    [InlineData("objects and exceptions", true)]
    public async Task Endpoint_that_leaks_the_key_fails(string sink, bool throws = false)
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => LeakMatrix.AssertAsync(Careless, "key", 200, Cancel));

        Assert.Contains($"{Secrets.Key} is in {sink}", failure.Message, StringComparison.Ordinal);

        MadeUpClient Careless(IServiceProvider services) => new(async _ =>
        {
            var answer = await AskAsync(services, "1");
            switch (sink)
            {
                case "logs":
                    services.GetRequiredService<ILogger<MadeUpClient>>().Log(LogLevel.Debug, default, "Asked with " + Secrets.Key, null, (text, _) => text);
                    return answer;
                case "our activities":
                    using (var source = new ActivitySource("MapTiler"))
                    using (source.StartActivity("ask")?.SetTag("credential", Secrets.Key))
                        return answer;
                default:
                    return throws ? throw new InvalidOperationException("Asked with " + Secrets.Key) : answer + Secrets.Key;
            }
        });
    }

    [Fact]
    public async Task Endpoint_with_an_unknown_parameter_type_throws_with_the_class_to_extend()
    {
        var failures = new[]
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => CultureMatrix.AssertAsync(_ => new UnheardOfClient(), Cancel)),
            await Assert.ThrowsAsync<NotSupportedException>(() => LeakMatrix.AssertAsync(_ => new UnheardOfClient(), "key", 200, Cancel)),
        };

        Assert.All(failures, failure => Assert.Equal("Add a value of Version to Arguments.Values: AskAsync needs it for version.", failure.Message));
    }

    private static Task<string> AskAsync(IServiceProvider services, string height) => services.Http().GetStringAsync($"made-up/{height}.json", Cancel);

    private sealed class MadeUpClient(Func<double, Task<string>> ask)
    {
        public MadeUpServiceClient MadeUp { get; } = new(ask);
    }

    public sealed class MadeUpServiceClient(Func<double, Task<string>> ask)
    {
        public Task<string> AskAsync(double height, CancellationToken cancellationToken = default) => ask(height);
    }

    private sealed class UnheardOfClient
    {
        public UnheardOfServiceClient UnheardOf { get; } = new();
    }

    public sealed class UnheardOfServiceClient
    {
        private readonly Task _asked = Task.CompletedTask;

        public Task AskAsync(Version version, CancellationToken cancellationToken = default) => _asked;
    }
}
