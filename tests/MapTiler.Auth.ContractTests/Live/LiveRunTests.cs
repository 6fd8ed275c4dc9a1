using System.Globalization;
using System.Text.RegularExpressions;
using MapTiler.Emulator;

namespace MapTiler.ContractTests;

/// <summary>The run against the live service, with an emulator in its place.</summary>
public sealed class LiveRunTests(LiveRunTests.PaidRun run) : IClassFixture<LiveRunTests.PaidRun>
{
    private const string MapId = "0192a2f0-0000-7000-8000-0000000000aa";

    [Fact]
    public void A_run_only_reads() => Assert.All(run.Emulator.Requests, r => Assert.True(r.Method is "GET" or "HEAD" or "OPTIONS", r.Method));

    [Fact]
    public void A_run_costs_at_most_what_it_announced() => AssertCost(run);

    [Fact]
    public async Task A_run_on_a_free_plan_costs_at_most_what_it_announced()
    {
        await using var free = new Run("free");
        await free.InitializeAsync();
        AssertCost(free);
        Assert.Contains("| a static map on a free plan | 403 image/png ", free.Output);
        Assert.Contains("not tested: needs MAPTILER_CONTRACT_PLAN=paid", free.Output);
    }

    [Fact]
    public void A_run_prints_fact_expectation_response_and_source()
    {
        Assert.Contains("| fact | expected | seen | source |", run.Output);
        Assert.Matches(@"\n\| a tile outside of the world \| 400 \| as expected: 400 text/plain [^|]+ \| Document: https://docs.maptiler.com/", run.Output);
        Assert.Matches(@"\nTested: \d+ facts: \d+ Document, \d+ Capture, \d+ Guess", run.Output);
        Assert.Contains("not tested: it might change the account", run.Output);
        Assert.Contains("not tested: needs MAPTILER_CONTRACT_ORIGIN_KEY", run.Output);
        Assert.Contains(File.ReadAllText(Path.Combine(run.Folder, "table.md")), run.Output);
    }

    [Fact]
    public void A_difference_is_printed_and_is_the_exit_code()
    {
        Assert.Contains("| the elevation at the northern limit | 200 application/json [[17, 85, number]+] | **DIFFERENT**: the status is 500, not 200", run.Output);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_run_writes_every_response_without_a_secret()
    {
        Assert.Contains("/tiles.json?key=***", run.Read("maps-streets-v4-style-json-ApiKey"));
        Assert.Contains("\nCache-Control: public, max-age=14400", run.Read("maps-streets-v4-style-json-ApiKey"));
        Assert.All(Directory.GetFiles(run.Folder).Select(File.ReadAllText).Append(run.Output), text =>
        {
            foreach (var secret in (string[])[run.Emulator.ApiKey, run.Emulator.ServiceToken, .. run.Emulator.ServiceToken.Split('_'), MapId])
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void A_run_writes_only_the_members_of_a_response_with_personal_data()
    {
        Assert.Contains("""{"id":"(uuid)","token":"(text)","name":"(text)","description":null,""", run.Read("v1-api-keys-ServiceToken"));
        Assert.Contains("bytes of the account, left out", run.Read("maps-map-style-json-ApiKey"));
        Assert.DoesNotContain("Zurich", run.Read("geolocation-ip-json-ApiKey"));
        Assert.DoesNotContain("secret project", run.Output + string.Concat(Directory.GetFiles(run.Folder).Select(File.ReadAllText)));
    }

    [Fact]
    public async Task A_run_without_a_key_sends_nothing()
    {
        using var output = new StringWriter();
        var exitCode = await LiveRun.RunAsync(_ => null, output, TestContext.Current.CancellationToken);
        Assert.Equal(2, exitCode);
        Assert.StartsWith("Set MAPTILER_CONTRACT_API_KEY", output.ToString());
    }

    private static void AssertCost(Run run)
    {
        var announced = int.Parse(Regex.Match(run.Output, @"^\d+ requests go to [^,]+, none .*\n.* as (\d+) billed requests").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(announced, 50, LiveRun.MaxCost);
        Assert.InRange(run.Emulator.Requests.Sum(r => r.Cost), 50, announced);
    }

    public sealed class PaidRun() : Run("paid");

    public class Run(string plan) : IAsyncLifetime
    {
        public string Folder { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        public MapTilerEmulator Emulator { get; private set; } = null!;

        public int ExitCode { get; private set; }

        public string Output { get; private set; } = "";

        public string Read(string request) =>
            File.ReadAllText(Assert.Single(Directory.GetFiles(Folder), f => f.EndsWith($"-GET-{request}.txt", StringComparison.Ordinal)));

        public async ValueTask InitializeAsync()
        {
            Emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
            Emulator.AddMap(MapId);
            Emulator.AddKey("secret project");
            using var client = new HttpClient();
            await client.GetAsync(new Uri(Emulator.BaseAddress, $"/geocoding/Brno.json?key={Emulator.Keys[^1].Key}"), TestContext.Current.CancellationToken);
            Emulator.Faults.Add(new Fault { PathPrefix = "/elevation/17,85.json", Status = 500 });
            var variables = new Dictionary<string, string>
            {
                ["MAPTILER_CONTRACT_API_KEY"] = Emulator.ApiKey,
                ["MAPTILER_CONTRACT_SERVICE_TOKEN"] = Emulator.ServiceToken,
                ["MAPTILER_CONTRACT_PLAN"] = plan,
                ["MAPTILER_CONTRACT_MAP_ID"] = MapId,
                ["MAPTILER_CONTRACT_BASE_ADDRESS"] = Emulator.BaseAddress.AbsoluteUri,
                ["MAPTILER_CONTRACT_SERVICE_BASE_ADDRESS"] = Emulator.ServiceBaseAddress.AbsoluteUri,
                ["MAPTILER_CONTRACT_FOLDER"] = Folder,
            };
            using var output = new StringWriter();
            ExitCode = await LiveRun.RunAsync(variables.GetValueOrDefault, output, TestContext.Current.CancellationToken);
            Output = output.ToString();
        }

        public async ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            await Emulator.DisposeAsync();
            if (Directory.Exists(Folder))
                Directory.Delete(Folder, recursive: true);
        }
    }
}
