namespace MapTiler;

/// <summary>The default base addresses.</summary>
internal static class MapTilerAddresses
{
    public static readonly Uri PublicApi = new("https://api.maptiler.com/");

    public static readonly Uri ServiceApi = new("https://service.maptiler.com/");
}
