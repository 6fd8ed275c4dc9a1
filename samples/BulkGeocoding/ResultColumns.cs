namespace BulkGeocoding;

/// <summary>The columns that the program adds behind those of the input.</summary>
internal static class ResultColumns
{
    public const int Longitude = 0;
    public const int Latitude = 1;
    public const int Error = 5;
    public const int Count = 6;

    private static readonly string[] Names = ["longitude", "latitude", "place_name", "place_type", "relevance", "error"];

    /// <summary>The header of the results; a name that the input has already gets a prefix.</summary>
    public static string[] After(IReadOnlyList<string> header) => [.. header, .. Names.Select(name => Free(name, header))];

    private static string Free(string name, IReadOnlyList<string> header) => header.Contains(name) ? Free("maptiler_" + name, header) : name;
}
