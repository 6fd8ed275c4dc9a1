using System.Collections.Concurrent;
using MapTiler.Authentication;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore;

/// <summary>
/// Leads the addresses of MapTiler in a style or TileJSON to our endpoints. Works on text, since templates have braces; other hosts
/// stay as they are; a credential stays nowhere.
/// </summary>
internal sealed class AddressRewriter(Uri baseAddress, string publicAddress, BrowserMapsOptions options, ILogger logger)
{
    private readonly string _authority = baseAddress.Authority;
    private readonly string _authorityWithPort = $"{baseAddress.IdnHost}:{baseAddress.Port}";
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>Where the API is.</summary>
    public Uri BaseAddress { get; } = baseAddress;

    public string Rewrite(string text)
    {
        var keyless = CredentialText.Remove(text);
        var path = PathStart(keyless);
        return path > 0 && IsServed(keyless.AsSpan(path)) ? string.Concat(publicAddress, keyless.AsSpan(path)) : keyless;
    }

    /// <summary>Where the path of an address of the API begins; 0 for any other text.</summary>
    private int PathStart(string text)
    {
        var start = text.StartsWith("//", StringComparison.Ordinal) ? 2
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        if (start == 0 || text.IndexOf('/', start) is var end && end < 0)
            return 0;

        var authority = text.AsSpan(start, end - start);
        return authority.Equals(_authority, StringComparison.OrdinalIgnoreCase) || authority.Equals(_authorityWithPort, StringComparison.OrdinalIgnoreCase) ? end : 0;
    }

    private bool IsServed(ReadOnlySpan<char> path)
    {
        // A dot segment would lead the browser to another path of the application.
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains("%2e", StringComparison.OrdinalIgnoreCase) || path.Contains('\\'))
            return false;
        if (path.StartsWith("/maps/", StringComparison.Ordinal))
            return Told("map", path, options.Maps, nameof(options.Maps));
        if (path.StartsWith("/tiles/", StringComparison.Ordinal))
            return Told("tileset", path, options.Tilesets, nameof(options.Tilesets));
        if (path.StartsWith("/data/", StringComparison.Ordinal))
            return Told("data set", path, options.Datasets, nameof(options.Datasets));
        return path.StartsWith("/fonts/", StringComparison.Ordinal) || path.StartsWith("/sprites/", StringComparison.Ordinal);
    }

    private bool Told(string kind, ReadOnlySpan<char> path, ISet<string> listed, string list)
    {
        var rest = path[(path[1..].IndexOf('/') + 2)..];
        var id = (rest.IndexOf('/') is >= 0 and var end ? rest[..end] : rest).ToString();
        if (!listed.Contains(id) && RouteText.IsId(id) && _told.TryAdd(id, true))
            Log.NotListed(logger, kind, id, list);
        return true;
    }
}
