// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks            everything
// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks -- urls    or scenarios, or emulator, or node [points]

using System.Globalization;
using BenchmarkDotNet.Running;
using MapTiler.Benchmarks;

var what = args.FirstOrDefault() ?? "all";
if (what is "all" or "urls")
    BenchmarkRunner.Run<UrlBenchmarks>();
if (what is "all" or "scenarios")
{
    await Scenarios.LoopbackAsync();
    await Scenarios.BatchAsync();
    await Scenarios.MillionAsync();
}

if (what is "all" or "emulator")
    await EmulatorScenario.RunAsync();
if (what is "serve")
    await EmulatorScenario.ServeAsync();
if (what is "all" or "node")
    Scenarios.Node(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000);
