namespace MapTiler.ContractTests;

/// <summary>The emulator against every fact.</summary>
public sealed class EmulatorContractTests(EmulatorContractTests.Fixture fixture) : IClassFixture<EmulatorContractTests.Fixture>
{
    public static TheoryData<string> Names => [.. AllFacts.List.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_emulator_returns_what_is_known_of_the_service(string name)
    {
        var outcome = await fixture.Runner.RunAsync(AllFacts.List.Single(f => f.Name == name), TestContext.Current.CancellationToken);
        string[] explanation = [.. outcome.Differences, outcome.Fact.Request, $"seen: {outcome.Seen}", $"{outcome.Fact.Source}"];
        Assert.True(outcome.IsAsExpected, string.Join('\n', explanation));
    }

    public sealed class Fixture : IAsyncLifetime
    {
        private readonly HttpClient _client = new(FactRunner.CreateHandler());
        private EmulatorTarget _target = null!;

        internal FactRunner Runner { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _target = await EmulatorTarget.StartAsync(TestContext.Current.CancellationToken);
            Runner = new(_target, _client);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _target.DisposeAsync();
        }
    }
}
