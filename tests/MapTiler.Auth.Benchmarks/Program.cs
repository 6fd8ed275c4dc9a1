// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks            everything
// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks -- urls    or parsing, scenarios, tiles, stream [megabytes], node [points]

using System.Globalization;
using BenchmarkDotNet.Running;
using MapTiler.Benchmarks;
using MapTiler.Benchmarks.Parsing;

var what = args.FirstOrDefault() ?? "all";
var number = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : (int?)null;
if (what == LocalServer.Command)
{
    await LocalServer.RunAsync();
    return 0;
}

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

if (what is "all" or "scenarios" or "tiles")
    await Downloads.TilesAsync();
if (what is "all" or "node")
    Scenarios.Node(number ?? 1000);

// Alone in its process, since it looks at the memory of the process.
return what switch
{
    "stream" => await Downloads.FeaturesAsync(number ?? 300) ? 0 : 1,
    "all" => Self.Run("stream"),
    _ => 0,
};
