using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MapTiler.Benchmarks.Browser;

/// <summary>wrk on two threads, which asks for one tile after another.</summary>
internal sealed partial class Wrk
{
    public const int Connections = 32;

    private const string Script = """
        local requests, count, next = {}, 0, 0

        function init(args)
          count = tonumber(args[2])
          for n = 0, count - 1 do
            requests[n] = wrk.format("GET", args[1] .. "tiles/v3/14/" .. n .. "/" .. n .. ".pbf")
          end
          next = math.random(count)
        end

        function request()
          next = (next + 1) % count
          return requests[next]
        end
        """;

    private readonly string _script;

    public Wrk(string folder)
    {
        _script = Path.Combine(folder, "tiles.lua");
        File.WriteAllText(_script, Script);
    }

    /// <returns>Requests a second.</returns>
    /// <exception cref="InvalidOperationException">A request failed.</exception>
    public async Task<double> RunAsync(Uri address, int tiles, TimeSpan duration, int connections = Connections)
    {
        var start = new ProcessStartInfo("wrk",
        [
            "-t2", FormattableString.Invariant($"-c{connections}"), FormattableString.Invariant($"-d{duration.TotalSeconds:0}s"), "-s", _script,
            address.GetLeftPart(UriPartial.Authority), "--", address.AbsolutePath, tiles.ToString(CultureInfo.InvariantCulture),
        ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && !Failures.IsMatch(output) && Rate.Match(output) is { Success: true } rate
            ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{address}: {output}");
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate { get; }

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Failures { get; }
}
