using System.CommandLine;
using System.Globalization;
using MapTiler.Coordinates;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler crs</c> searches for coordinate reference systems.</summary>
internal static class CrsCommand
{
    private const int DefaultLimit = 10;

    public static Command Create()
    {
        var query = new Argument<string>("query") { Description = "A name, a country or an EPSG code, such as 'Swiss' or 2056" };
        var limit = new Option<int>("--limit") { Description = "The maximum number of results", HelpName = "n", DefaultValueFactory = _ => DefaultLimit };
        var deprecated = new Option<bool>("--deprecated") { Description = "Include deprecated systems" };
        var transformations = new Option<bool>("--transformations") { Description = "Also show the transformations to WGS 84" };

        return new Command("crs", "Search for a coordinate reference system (1 billed request)") { query, limit, deprecated, transformations }.Runs(async (session, cancellationToken) =>
        {
            var options = new CoordinateSearchOptions { Limit = session.Get(limit), Deprecated = session.Get(deprecated) ? DeprecatedFilter.Include : null, DescribeTransformations = session.Get(transformations) };
            var found = await session.Client.Coordinates.SearchAsync(WithoutAuthority(session.Get(query)), options, cancellationToken).ConfigureAwait(false);
            var result = new CrsResult([.. found.Results.Where(item => item.Id is not null).Select(item => new CrsItem(
                item.Id!.ToString(), item.Name ?? "", item.Unit, item.Area, item.IsDeprecated,
                session.Get(transformations) ? [.. item.Transformations.Where(one => one.Id is not null).Select(one => new CrsTransformation(one.Id!.ToString(), one.Name ?? "", one.Accuracy))] : []))]);
            session.Output.Write(result, ToolJson.Default.CrsResult, console => Show(console, result, session.Get(transformations)));
            return ExitCode.Ok;
        });
    }

    // The service finds 2056, but rejects EPSG:2056.
    private static string WithoutAuthority(string query) => query.StartsWith("EPSG:", StringComparison.OrdinalIgnoreCase) ? query[5..] : query;

    private static void Show(IAnsiConsole console, CrsResult result, bool showsTransformations)
    {
        if (result.Systems.Count == 0)
            Output.WriteStatus("Nothing was found.");
        else if (!showsTransformations)
            console.WriteRows(["Code", "Name", "Unit", "Area"], result.Systems.Select(Fields));
        else if (console.Profile.Out.IsTerminal)
            ShowList(console, result);
        else
            console.WriteRows(["Code", "Name", "Unit", "Area", "Transformation", "Name", "Accuracy"], result.Systems.SelectMany(
                system => system.Transformations.DefaultIfEmpty(), (system, one) => (string[])[.. Fields(system), one?.Code ?? "", one?.Name ?? "", $"{one?.Accuracy}"]));
    }

    private static string[] Fields(CrsItem system) => [system.Code, system.Name + (system.IsDeprecated ? " (deprecated)" : ""), system.Unit ?? "", system.Area ?? ""];

    private static void ShowList(IAnsiConsole console, CrsResult result)
    {
        foreach (var system in result.Systems)
        {
            console.WriteLine($"{system.Code} {system.Name}");
            foreach (var transformation in system.Transformations)
                console.WriteLine($"  {transformation.Code} {transformation.Name}{(transformation.Accuracy is { } meters ? string.Create(CultureInfo.InvariantCulture, $", {meters} m") : "")}");
        }
    }
}

/// <summary>The JSON of <c>maptiler crs</c>.</summary>
internal sealed record CrsResult(IReadOnlyList<CrsItem> Systems);

/// <summary>A coordinate reference system.</summary>
internal sealed record CrsItem(string Code, string Name, string? Unit, string? Area, bool IsDeprecated, IReadOnlyList<CrsTransformation> Transformations);

/// <summary>A transformation of a system to WGS 84, with its accuracy in meters.</summary>
internal sealed record CrsTransformation(string Code, string Name, double? Accuracy);
