using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Benchmarks;

/// <summary>The memory of a process with ten accounts and with one, before and after calls to the emulator in another process.</summary>
internal static class AccountsScenario
{
    public const string Child = "accounts-child";

    private const int Accounts = 10;
    private const int Calls = 10_000;
    private const double Megabyte = 1024 * 1024;

    public static async Task RunAsync()
    {
        using var server = Self.Start(EmulatorScenario.Command, isPiped: true);
        string[] target = [(await server.StandardOutput.ReadLineAsync())!, (await server.StandardOutput.ReadLineAsync())!];
        var one = await MeasureAsync(1, target);
        var ten = await MeasureAsync(Accounts, target);
        await server.StandardInput.WriteLineAsync();
        foreach (var ((what, live, workingSet), (_, moreLive, moreWorkingSet)) in one.Zip(ten))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"accounts, {what}: one {live:0.00} MB live and {workingSet:0.0} MB working set, {Accounts} accounts {moreLive:0.00} and {moreWorkingSet:0.0}; each further account {(moreLive - live) / (Accounts - 1):0.000} and {(moreWorkingSet - workingSet) / (Accounts - 1):0.00} MB"));
        }
    }

    /// <summary>The other process: prints the live memory and the working set at several moments.</summary>
    public static async Task RunChildAsync(int accounts, string baseAddress, string key)
    {
        var services = new ServiceCollection();
        for (var i = 0; i < accounts; i++)
            services.AddMapTiler(string.Create(CultureInfo.InvariantCulture, $"account {i}"), options => (options.ApiKey, options.BaseAddress) = (key, new(baseAddress)));
        await using var provider = services.BuildServiceProvider();
        MapTilerClient[] clients = [.. Enumerable.Range(0, accounts).Select(i => provider.GetRequiredKeyedService<MapTilerClient>(string.Create(CultureInfo.InvariantCulture, $"account {i}")))];
        Print("idle");
        foreach (var calls in new[] { 1, Calls / 2, Calls })
        {
            foreach (var client in clients)
                await CallAsync(client, calls == Calls ? Calls / 2 : calls);
            Print(string.Create(CultureInfo.InvariantCulture, $"after {calls} calls of each"));
        }
    }

    private static async Task CallAsync(MapTilerClient client, int count)
    {
        for (var i = 0; i < count; i++)
            await client.Geocoding.SearchAsync("Brno", new() { Limit = 1 });
    }

    private static void Print(string what)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Console.WriteLine(FormattableString.Invariant($"{what};{GC.GetTotalMemory(forceFullCollection: true) / Megabyte};{Environment.WorkingSet / Megabyte}"));
    }

    private static async Task<List<(string What, double Live, double WorkingSet)>> MeasureAsync(int accounts, string[] target)
    {
        using var process = Self.Start([Child, accounts.ToString(CultureInfo.InvariantCulture), .. target], isPiped: true);
        var lines = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')).Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture)))];
    }
}
