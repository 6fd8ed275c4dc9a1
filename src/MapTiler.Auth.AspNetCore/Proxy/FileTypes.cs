namespace MapTiler.AspNetCore;

/// <summary>The types that files of maps have. Anything else, such as a page of a proxy on the way, would run as one of the application.</summary>
internal static class FileTypes
{
    public static bool IsFile(string? contentType)
    {
        var type = MediaType(contentType);
        return (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !type.Contains("svg", StringComparison.OrdinalIgnoreCase))
            || IsJson(contentType)
            || Is(type, "application/x-protobuf") || Is(type, "application/protobuf") || Is(type, "application/vnd.mapbox-vector-tile") || Is(type, "application/octet-stream");
    }

    public static bool IsJson(string? contentType)
    {
        var type = MediaType(contentType);
        return Is(type, "application/json") || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }

    private static ReadOnlySpan<char> MediaType(string? contentType)
    {
        var type = contentType.AsSpan();
        return (type.IndexOf(';') is >= 0 and var end ? type[..end] : type).Trim();
    }

    private static bool Is(ReadOnlySpan<char> type, string other) => type.Equals(other, StringComparison.OrdinalIgnoreCase);
}
