using System.CommandLine;
using System.Globalization;
using MapTiler.Coordinates;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler transform</c> transforms coordinates between coordinate reference systems.</summary>
internal static class TransformCommand
{
    public static Command Create()
    {
        var points = new Argument<string[]>("x,y[,z]") { Description = "The points, such as 8.5417,47.3769; - reads lines from standard input", Arity = ArgumentArity.OneOrMore };
        var from = new Option<int>("--from") { Description = "The EPSG code of the points", HelpName = "code", DefaultValueFactory = _ => 4326 };
        var to = new Option<int>("--to") { Description = "The EPSG code of the result", HelpName = "code", DefaultValueFactory = _ => 4326 };
        var operation = new Option<int?>("--operation") { Description = "The EPSG code of the transformation; see 'maptiler crs --transformations'", HelpName = "code" };

        return new Command("transform", "Transform coordinates, such as --to 2056 8.54,47.37 (1 billed request for 50 points)") { points, from, to, operation }.Runs(async (session, cancellationToken) =>
        {
            var options = new CoordinateTransformOptions { SourceCrs = session.Get(from), TargetCrs = session.Get(to), Operations = session.Get(operation) is { } code ? [code] : null };
            var source = session.Get(points) is ["-"] ? Lines() : session.Get(points);
            var (failed, total) = (0, 0);
            MapTilerException? error = null;
            await foreach (var result in session.Client.Coordinates.TransformBatchAsync(source.Select(Parse), options, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                total++;
                error ??= result.Error;
                failed += result.Point is null ? 1 : 0;
                if (session.Output.IsJson)
                    session.Output.WriteJsonLine(new(result.Source.X, result.Source.Y, result.Point?.X, result.Point?.Y, result.Point?.Z), ToolJson.Default.TransformedCoordinate);
                else
                    session.Output.Writer.WriteLine(result.Point?.ToString() ?? "");
            }

            if (failed == 0)
                return ExitCode.Ok;
            if (failed == total && error is not null)
                throw error;
            Output.WriteStatus($"maptiler: {failed} of {total} points have no result. {(error is null ? "They are outside of the area of the system." : ErrorReport.MessageOf(error))}");
            return failed == total ? ExitCode.Failed : ExitCode.PartlyFailed;
        });
    }

    private static IEnumerable<string> Lines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    private static ProjectedPoint Parse(string text)
    {
        var numbers = text.Split((char[])[',', ' ', ';', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Invalid()).ToList();
        return numbers.Count is 2 or 3 ? new(numbers[0], numbers[1], numbers.Count == 3 ? numbers[2] : null) : throw Invalid();

        UsageException Invalid() => new($"'{text}' is not a point such as 8.5417,47.3769.");
    }
}

/// <summary>A line of <c>maptiler transform --json</c>. The result is <see langword="null"/> if there is none.</summary>
internal sealed record TransformedCoordinate(double SourceX, double SourceY, double? X, double? Y, double? Z);
