// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks            everything
// dotnet run -c Release --project tests/MapTiler.Auth.Benchmarks -- urls    or parsing, scenarios, tiles, stream [megabytes], emulator, connections,
//                                                                                   firstcall, registration, accounts, rendering,
//                                                                                   upload [megabytes] [kills], node [points],
//                                                                                   browser [seconds], browser-soak [minutes], browser-outage [seconds]

using System.Globalization;
using BenchmarkDotNet.Running;
using MapTiler.Benchmarks;
using MapTiler.Benchmarks.Browser;
using MapTiler.Benchmarks.Connections;
using MapTiler.Benchmarks.Parsing;

var what = args.FirstOrDefault() ?? "all";
var number = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
if (what == LocalServer.Command)
{
    await LocalServer.RunAsync();
    return 0;
}

if (what == UploadScenario.Child)
{
    await UploadScenario.RunChildAsync(args[1], args[2], args[3]);
    return 0;
}

if (what == UploadScenario.Store)
{
    await UploadScenario.RunStoreAsync();
    return 0;
}

if (what == EmulatorScenario.Command)
{
    await EmulatorScenario.ServeAsync();
    return 0;
}

if (what == DistantServer.Command)
{
    await DistantServer.ServeAsync(number!.Value);
    return 0;
}

if (what == RegistrationScenario.Child)
{
    RegistrationScenario.RunChild(args[1]);
    return 0;
}

if (what == AccountsScenario.Child)
{
    await AccountsScenario.RunChildAsync(number!.Value, args[2], args[3]);
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
if (what is "all" or "connections")
    await ConnectionScenario.RunAsync();
if (what is "all" or "firstcall")
    await FirstCallScenario.RunAsync();
if (what is "all" or "registration")
    await RegistrationScenario.RunAsync();
if (what is "all" or "accounts")
    await AccountsScenario.RunAsync();
if (what is "all" or "rendering")
    await RenderingScenario.RunAsync();
if (what is "all" or "emulator")
    await EmulatorScenario.RunAsync();
if (what is "all" or "node")
    Scenarios.Node(number ?? 1000);

// Alone in its process, since it looks at the memory of the process.
return what switch
{
    "upload" => await UploadScenario.RunAsync(number ?? 1024, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10) ? 0 : 1,
    "stream" => await Downloads.FeaturesAsync(number ?? 300) ? 0 : 1,
    "browser" => await BrowserScenario.RunAsync(number ?? 5) ? 0 : 1,
    "browser-outage" => await BrowserOutage.RunAsync(number ?? 60) ? 0 : 1,
    "browser-soak" => await BrowserSoak.RunAsync(number ?? 10) ? 0 : 1,
    "all" => Self.Run("stream"),
    _ => 0,
};
