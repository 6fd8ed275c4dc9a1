using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MapTiler.Tool;

/// <summary>Arguments and options of the types of the SDK, which several commands have.</summary>
internal static class Arguments
{
    public static Argument<string> MapId() => new("map") { HelpName = "map", Description = "The id of a map, such as streets-v4", CompletionSources = { context => MapIds.Where(id => id.StartsWith(context.WordToComplete, StringComparison.Ordinal)).Select(id => new System.CommandLine.Completions.CompletionItem(id)) } };

    public static Argument<string> TilesetId() => new("tileset") { Description = "The id of a tileset, such as v4" };

    public static Argument<TileCoordinate> Tile() => new("z/x/y") { Description = "The tile, such as 3/4/2", CustomParser = result => Parse(result, "a tile such as 3/4/2", ToTile) };

    public static Argument<LngLat> Location() => new("longitude,latitude") { Description = "The location, such as 8.5417,47.3769", CustomParser = result => Parse(result, "a location such as 8.5417,47.3769", ToLocation) };

    public static Option<LngLat?> Location(string name, string description) =>
        new(name) { Description = description, HelpName = "lng,lat", CustomParser = result => Parse(result, "a location such as 8.5417,47.3769", text => (LngLat?)ToLocation(text)) };

    public static Option<BoundingBox?> Bounds(string name, string description) =>
        new(name) { Description = description, HelpName = "west,south,east,north", CustomParser = result => Parse(result, "a bounding box such as 5.9,45.8,10.5,47.8", text => (BoundingBox?)ToBounds(text)) };

    /// <summary>Returns the location; <see langword="null"/> if the string is not one.</summary>
    public static LngLat? TryParseLocation(string text) => TryParse(text, ToLocation);

    /// <summary>Returns the bounding box; <see langword="null"/> if the string is not one.</summary>
    public static BoundingBox? TryParseBounds(string text) => TryParse(text, ToBounds);

    /// <summary>Whether the text is two numbers with a comma in between.</summary>
    public static bool IsTwoNumbers(string text) => text.Split(',') is { Length: 2 } parts
        && parts.All(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number));

    /// <summary>An option with values between commas.</summary>
    public static Option<string[]> List(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>Reports the first validation error of a value as the error of its argument.</summary>
    private static T? Parse<T>(ArgumentResult result, string expected, Func<string, T> parse)
    {
        var value = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        try
        {
            return parse(value);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            result.AddError($"'{value}' is not {expected}.");
        }
        catch (ArgumentException e)
        {
            result.AddError($"'{value}' is not {expected}. {e.Message.Split(" (Parameter")[0]}");
        }

        return default;
    }

    private static T? TryParse<T>(string text, Func<string, T> parse)
        where T : struct
    {
        try
        {
            return parse(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static TileCoordinate ToTile(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 3)
            throw new FormatException();
        var numbers = Array.ConvertAll(parts, part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture));
        return new(numbers[0], numbers[1], numbers[2]);
    }

    private static LngLat ToLocation(string text) => Numbers(text, 2) is [var longitude, var latitude] ? new(longitude, latitude) : default;

    private static BoundingBox ToBounds(string text) => Numbers(text, 4) is [var west, var south, var east, var north] ? new(west, south, east, north) : default;

    private static double[] Numbers(string text, int count)
    {
        var parts = text.Split(',');
        return parts.Length == count ? Array.ConvertAll(parts, part => double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture)) : throw new FormatException();
    }

    private static string[] MapIds { get; } = ["streets-v4", "streets-v4-dark", "basic-v2", "dataviz", "hybrid", "outdoor-v2", "satellite", "topo-v2", "winter-v2", "openstreetmap"];
}
