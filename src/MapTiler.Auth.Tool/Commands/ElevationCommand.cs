using System.CommandLine;
using System.Globalization;
using MapTiler.Elevation;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler elevation</c> shows the profile of a line: a chart, or rows in a pipe.</summary>
internal static class ElevationCommand
{
    private const int DefaultPoints = 200;
    private const int ChartHeight = 10;
    private const int MaxChartWidth = 100;

    public static Command Create()
    {
        var file = new Argument<string>("file|lng,lat") { Description = "A GPX file (.gpx) or GeoJSON with a line; or a location such as 8.5417,47.3769" };
        var spacing = new Option<double?>("--spacing") { Description = $"The meters between two elevations; the default results in {DefaultPoints}", HelpName = "m" };
        var feet = new Option<bool>("--feet") { Description = "Feet instead of meters" };
        var csv = new Option<bool>("--csv") { Description = "Write CSV instead of a chart" };

        return new Command("elevation", "The elevation of a location, or the profile of a line in a GPX or GeoJSON file (1 billed request for 50 points)") { file, spacing, feet, csv }.Runs(async (session, cancellationToken) =>
        {
            var options = new ElevationOptions { Unit = session.Get(feet) ? ElevationUnit.Feet : ElevationUnit.Meters };
            var path = session.Get(file);
            var line = !File.Exists(path) && Arguments.TryParseLocation(path) is { } location ? [location, location] : TrackFile.Read(path);
            if (line is [var first, var second] && first == second)
                return await SingleAsync(session, first, options, cancellationToken).ConfigureAwait(false);

            var points = new List<ProfilePoint>();
            MapTilerException? error = null;
            await foreach (var point in session.Client.Elevation.GetProfileAsync(line, session.Get(spacing) ?? DefaultSpacing(line), options, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                error ??= point.Error;
                points.Add(new(Math.Round(point.Distance, 1), point.Location.Longitude, point.Location.Latitude, point.Elevation));
            }

            if (points.All(point => point.Elevation is null) && error is not null)
                throw error;
            var profile = ElevationProfile.Of(points, session.Get(feet) ? "ft" : "m");
            if (session.Get(csv))
                WriteCsv(session.Output.Writer, points);
            else
                session.Output.Write(profile, ToolJson.Default.ElevationProfile, console => Show(console, profile));
            if (error is null)
                return ExitCode.Ok;
            Output.WriteStatus($"maptiler: Some elevations are missing. {ErrorReport.MessageOf(error)}");
            return ExitCode.PartlyFailed;
        });
    }

    private static async Task<int> SingleAsync(Session session, LngLat location, ElevationOptions options, CancellationToken cancellationToken)
    {
        var elevation = await session.Client.Elevation.GetAsync(location, options, cancellationToken).ConfigureAwait(false);
        var unit = options.Unit == ElevationUnit.Feet ? "ft" : "m";
        var profile = ElevationProfile.Of([new(0, location.Longitude, location.Latitude, elevation)], unit);
        session.Output.Write(profile, ToolJson.Default.ElevationProfile, _ => session.Output.Writer.WriteLine(elevation is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}") : "no data"));
        return ExitCode.Ok;
    }

    private static double DefaultSpacing(IReadOnlyList<LngLat> line) => Math.Max(1, Geo.GreatCircle.Length(line) / (DefaultPoints - 1));

    private static void WriteCsv(TextWriter writer, List<ProfilePoint> points)
    {
        writer.WriteLine("distance,longitude,latitude,elevation");
        foreach (var point in points)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{point.Distance},{point.Longitude},{point.Latitude},{point.Elevation}"));
    }

    private static void Show(IAnsiConsole console, ElevationProfile profile)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.WriteRows(["Distance", "Longitude", "Latitude", "Elevation"], profile.Points.Select(point => (string[])[$"{point.Distance}", $"{point.Longitude}", $"{point.Latitude}", $"{point.Elevation}"]));
            return;
        }

        var high = Number(profile.Max);
        var low = Number(profile.Min);
        var margin = Math.Max(high.Length, low.Length) + 1;
        var width = Math.Min(console.Profile.Width, MaxChartWidth) - margin;
        if (profile is { Min: not null, Max: not null } && width >= 8)
        {
            var rows = TextChart.Draw([.. profile.Points.Select(point => point.Elevation)], width, ChartHeight);
            for (var i = 0; i < rows.Count; i++)
                console.WriteLine((i == 0 ? high : i == rows.Count - 1 ? low : "").PadLeft(margin - 1) + " " + rows[i]);
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{profile.Distance / 1000:0.##} km, {low} to {high} {profile.Unit}, ascent {profile.Ascent:0} {profile.Unit}, descent {profile.Descent:0} {profile.Unit}"));
    }

    private static string Number(double? value) => value is { } number ? number.ToString("0", CultureInfo.InvariantCulture) : "-";
}

/// <summary>The JSON of <c>maptiler elevation</c>. The distances are in meters, and the elevations in <paramref name="Unit"/>.</summary>
internal sealed record ElevationProfile(string Unit, double Distance, double? Min, double? Max, double Ascent, double Descent, IReadOnlyList<ProfilePoint> Points)
{
    public static ElevationProfile Of(IReadOnlyList<ProfilePoint> points, string unit)
    {
        var elevations = points.Where(point => point.Elevation is not null).Select(point => point.Elevation!.Value).ToList();
        var changes = elevations.Zip(elevations.Skip(1), (from, to) => to - from).ToList();
        return new(unit, points.Count == 0 ? 0 : points[^1].Distance, elevations.Count == 0 ? null : elevations.Min(), elevations.Count == 0 ? null : elevations.Max(),
            Math.Round(changes.Where(change => change > 0).Sum(), 1), Math.Round(-changes.Where(change => change < 0).Sum(), 1), points);
    }
}

/// <summary>An elevation along the line.</summary>
internal sealed record ProfilePoint(double Distance, double Longitude, double Latitude, double? Elevation);
