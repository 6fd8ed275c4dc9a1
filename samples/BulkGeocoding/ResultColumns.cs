namespace BulkGeocoding;

/// <summary>The columns that the program adds after those of the input.</summary>
internal static class ResultColumns
{
    public const int Longitude = 0;
    public const int Latitude = 1;
    public const int Error = 5;
    public const int Count = 6;

    private static readonly string[] Names = ["longitude", "latitude", "place_name", "place_type", "relevance", "error"];

    /// <summary>Returns the header of the results. A name that the input contains already gets a prefix.</summary>
    public static string[] AppendTo(IReadOnlyList<string> header) => [.. header, .. Names.Select(name => MakeUnique(name, header))];

    private static string MakeUnique(string name, IReadOnlyList<string> header) => header.Contains(name) ? MakeUnique("maptiler_" + name, header) : name;
}
