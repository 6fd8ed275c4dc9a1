using System.Diagnostics;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Benchmarks;

/// <summary>Registration, a container, and the first client of it, against ten typed clients of <c>AddHttpClient</c>.</summary>
internal static class RegistrationScenario
{
    public const string Child = "registration-child";

    private const int Rounds = 20;
    private const int Repetitions = 200;

    /// <summary>Prints the times in new processes, and then in one that has compiled the code.</summary>
    public static async Task RunAsync()
    {
        var (ours, peer) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await FirstAsync("ours"));
            peer.Add(await FirstAsync("peer"));
        }

        Show("first in a process", "ms", ours, peer);
        (ours, peer) = ([], []);
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(Measure(Ours, Repetitions));
            peer.Add(Measure(Peer, Repetitions));
        }

        Show($"again, mean of {Repetitions}", "us", [.. ours.Skip(1).Select(time => time * 1000)], [.. peer.Skip(1).Select(time => time * 1000)]);
    }

    /// <summary>The other process: prints the milliseconds.</summary>
    public static void RunChild(string contestant) => Console.WriteLine(FormattableString.Invariant($"{Measure(contestant == "ours" ? Ours : Peer, 1)}"));

    private static void Ours()
    {
        var services = new ServiceCollection();
        services.AddMapTiler(options => options.ApiKey = "k");
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<GeocodingClient>();
    }

    private static void Peer()
    {
        var services = new ServiceCollection();
        services.AddHttpClient<Typed<byte>>(Configure);
        services.AddHttpClient<Typed<sbyte>>(Configure);
        services.AddHttpClient<Typed<short>>(Configure);
        services.AddHttpClient<Typed<ushort>>(Configure);
        services.AddHttpClient<Typed<int>>(Configure);
        services.AddHttpClient<Typed<uint>>(Configure);
        services.AddHttpClient<Typed<long>>(Configure);
        services.AddHttpClient<Typed<ulong>>(Configure);
        services.AddHttpClient<Typed<float>>(Configure);
        services.AddHttpClient<Typed<double>>(Configure);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<Typed<byte>>();
    }

    private static void Configure(HttpClient client) => client.BaseAddress = MapTilerAddresses.PublicApi;

    private static async Task<double> FirstAsync(string contestant)
    {
        using var process = Self.Start([Child, contestant], isPiped: true);
        var time = double.Parse(await process.StandardOutput.ReadToEndAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await process.WaitForExitAsync();
        return time;
    }

    private static double Measure(Action run, int count)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            run();
        return clock.Elapsed.TotalMilliseconds / count;
    }

    private static void Show(string what, string unit, List<double> ours, List<double> peer)
    {
        double[] ratios = [.. ours.Zip(peer, (a, b) => a / b).Order()];
        Console.WriteLine(FormattableString.Invariant($"registration and first client, {what}: AddMapTiler {Median(ours):0.0} {unit}, ten typed clients {Median(peer):0.0} {unit}, {ratios[ratios.Length / 2]:0.00} x"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed class Typed<T>(HttpClient client)
    {
        public HttpClient Client { get; } = client;

        public T? Tag { get; }
    }
}
