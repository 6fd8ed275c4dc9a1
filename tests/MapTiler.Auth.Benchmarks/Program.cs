// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks            everything
// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks -- urls    or scenarios, or node [points]

using System.Globalization;
using BenchmarkDotNet.Running;
using MapTiler.Benchmarks;
using MapTiler.Benchmarks.Parsing;

var what = args.FirstOrDefault() ?? "all";
if (what is "all" or "urls")
    BenchmarkRunner.Run<UrlBenchmarks>();
if (what is "all" or "parsing")
    BenchmarkRunner.Run<ParsingBenchmarks>();
if (what is "all" or "scenarios")
{
    await Scenarios.LoopbackAsync();
    await Scenarios.BatchAsync();
    await Scenarios.MillionAsync();
}

if (what is "all" or "node")
    Scenarios.Node(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000);
