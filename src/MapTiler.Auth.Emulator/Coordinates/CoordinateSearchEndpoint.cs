using System.Globalization;
using System.Text.Json.Nodes;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Coordinates;

/// <summary><c>/coordinates/search/{query}.json</c>.</summary>
internal sealed class CoordinateSearchEndpoint(EpsgRegistry registry) : DocumentEndpoint("/coordinates/search/{query?}.json")
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 50;

    protected override Response Respond(IncomingRequest request, string query)
    {
        var search = new CoordinateQuery(Uri.UnescapeDataString(query));
        var parameters = new ParameterReader(request);
        var limit = parameters.Integer("limit", DefaultLimit, 1, MaxLimit);
        var offset = parameters.Integer("offset", 0, 0, int.MaxValue);
        var (transformations, exports) = (parameters.Flag("transformations"), parameters.Flag("exports"));

        var found = registry.Items.Where(search.Matches).ToList();
        var writer = new EpsgWriter(registry, transformations, exports);
        var results = new JsonArray([.. found.Skip(offset).Take(limit).Select(writer.Describe)]);
        return JsonResponse.Of(new JsonObject { ["results"] = results, ["total"] = found.Count }, cost: 1);
    }
}

/// <summary>The words and filters of a search for coordinate systems.</summary>
internal sealed class CoordinateQuery
{
    private const string Any = "*";
    private const string Unfiltered = "0";
    private const string OnlyDeprecated = "1";

    private static readonly HashSet<string> Families = new(StringComparer.Ordinal)
    {
        Any, "CRS", "COORDOP", "DATUM", "ELLIPSOID", "PRIMEM", "METHOD", "CS", "AXIS", "AREA", "UNIT",
    };

    private readonly List<string> _words = [];
    private readonly List<int> _codes = [];
    private string _kind = "CRS";
    private string _deprecated = Unfiltered;
    private int? _transformation;

    /// <exception cref="InvalidParameterException">A filter has a value that it does not take.</exception>
    public CoordinateQuery(string query)
    {
        foreach (var item in query.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (item.Split(':', 2) is [var name, var value] && !TryFilter(name, value))
                throw new InvalidParameterException($"query ({name})");
            if (!item.Contains(':', StringComparison.Ordinal))
                _words.AddRange(NameFolding.Fold(item).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public bool Matches(EpsgItem item) =>
        (_kind == Any || item.Kind == _kind || item.Kind.StartsWith(_kind + "-", StringComparison.Ordinal))
        && (_deprecated == Any || item.Deprecated == (_deprecated == OnlyDeprecated))
        && (_codes.Count == 0 || _codes.Contains(item.Code))
        && (_transformation is not { } operation || item.Transformations.Contains(operation))
        && _words.TrueForAll(item.SearchText.Contains);

    private bool TryFilter(string name, string value)
    {
        switch (name)
        {
            case "kind":
                _kind = value.ToUpperInvariant();
                return Families.Contains(_kind.Split('-')[0]);
            case "deprecated":
                _deprecated = value;
                return value is Unfiltered or OnlyDeprecated or Any;
            case "code" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code):
                _codes.Add(code);
                return true;
            case "trans" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var operation):
                _transformation = operation;
                return true;
            default:
                return false;
        }
    }
}
