using System.CommandLine;
using System.Globalization;
using MapTiler.Maps;
using MapTiler.StaticMaps;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler static</c> saves a static map.</summary>
internal static class StaticCommand
{
    private const int Requests = 15;
    private const double DefaultZoom = 12;

    public static Command Create()
    {
        var map = Arguments.MapId();
        var center = Arguments.Location("--center", "The center, with --zoom");
        var zoom = new Option<double>("--zoom") { Description = "The zoom of --center", HelpName = "0-22", DefaultValueFactory = _ => DefaultZoom };
        var bounds = Arguments.Bounds("--bounds", "The bounding box; without it and --center, the map shows all markers and paths");
        var size = new Option<string>("--size") { Description = "The size in pixels, up to 2048x2048", HelpName = "WxH", DefaultValueFactory = _ => "800x600" };
        var highDpi = new Option<bool>("--hidpi") { Description = "An image with twice the pixels" };
        var format = new Option<ImageFormat>("--format") { Description = "The format of the image" };
        var markers = new Option<string[]>("--marker") { Description = "A marker; can be repeated", HelpName = "lng,lat[,color]" };
        var paths = new Option<string[]>("--path") { Description = "A GPX or GeoJSON file with a line; can be repeated", HelpName = "file" };
        var output = new Option<string?>("--output", "-o") { Description = "The file; - for the standard output. The default is the id of the map", HelpName = "path" };

        return new Command("static", $"Save an image of a map ({Requests} billed requests)") { map, center, zoom, bounds, size, highDpi, format, markers, paths, output, SafeFile.Overwrite }.Runs(async (session, cancellationToken) =>
        {
            var (width, height) = ParseSize(session.Get(size)!);
            var options = new StaticMapOptions
            {
                Width = width,
                Height = height,
                HighDpi = session.Get(highDpi),
                Format = session.Get(format),
                Markers = session.Get(markers) is { Length: > 0 } list ? [new([.. list.Select(ParseMarker)])] : [],
                Paths = [.. (session.Get(paths) ?? []).Select(path => new StaticMapPath(TrackFile.Read(path)))],
            };
            var area = session.Get(bounds) is { } box ? box : session.Get(center) is { } location ? new MapView(location, session.Get(zoom)) : StaticMapArea.Auto;
            if (area is { View: null, Bounds: null } && options.Markers.Count + options.Paths.Count == 0)
                throw new UsageException("Specify --center, --bounds, --marker or --path.");
            var path = session.Get(output) ?? $"{session.Get(map)}.{options.Format switch { ImageFormat.Jpeg => "jpg", ImageFormat.WebP => "webp", _ => "png" }}";
            SafeFile.CheckIsNew(session, path);

            using var image = await session.Client.StaticMaps.GetAsync(session.Get(map), area, options, cancellationToken).ConfigureAwait(false);
            var bytes = await image.ReadBytesAsync(cancellationToken).ConfigureAwait(false);
            if (path == "-")
            {
                await session.Output.Stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                return ExitCode.Ok;
            }

            await SafeFile.WriteAsync(path, bytes, cancellationToken).ConfigureAwait(false);
            var result = new StaticMapResult(path, image.Content.ContentType, bytes.Length, Requests, [.. image.Paths.Select(reduction => new ShortenedPath(reduction.PointCount, reduction.KeptPointCount))]);
            session.Output.Write(result, ToolJson.Default.StaticMapResult, console => Show(console, session.Output, result, bytes));
            return ExitCode.Ok;
        });
    }

    private static void Show(IAnsiConsole console, Output output, StaticMapResult result, byte[] bytes)
    {
        if (InlineImage.Encode(bytes, result.ContentType) is { } image && !Console.IsOutputRedirected)
            output.Writer.WriteLine(image);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Saved {result.Path} ({result.ContentType}, {result.Bytes / 1024.0:0.#} KiB)."));
        foreach (var path in result.Paths.Where(path => path.KeptPoints < path.Points))
            console.WriteLine($"A path was simplified from {path.Points} to {path.KeptPoints} points, so that the URL is short enough.");
    }

    private static (int Width, int Height) ParseSize(string value) =>
        value.Split('x') is [var w, var h] && int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            ? (width, height)
            : throw new UsageException($"--size must be a width and a height such as 800x600, not '{value}'.");

    private static StaticMapMarker ParseMarker(string value)
    {
        var parts = value.Split(',', 3);
        return parts.Length >= 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
            && (parts.Length == 2 || MapColor.TryParse(parts[2], out _))
                ? new(new LngLat(longitude, latitude), parts.Length == 2 ? (MapColor?)null : MapColor.Parse(parts[2]))
                : throw new UsageException($"--marker must be a location and optionally a color, such as 8.54,47.37,red, not '{value}'.");
    }
}

/// <summary>The JSON of <c>maptiler static</c>.</summary>
internal sealed record StaticMapResult(string Path, string ContentType, int Bytes, int BilledRequests, IReadOnlyList<ShortenedPath> Paths);

/// <summary>A path whose points may have been reduced.</summary>
internal sealed record ShortenedPath(int Points, int KeptPoints);
