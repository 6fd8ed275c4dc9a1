using System.Collections.Concurrent;
using MapTiler.Authentication;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore;

/// <summary>
/// Leads the addresses of MapTiler in a style or TileJSON to our endpoints. Works on text, since templates have braces; other hosts
/// stay as they are; a credential of ours stays nowhere.
/// </summary>
internal sealed class AddressRewriter(MapTilerOptions account, string publicAddress, BrowserMapsOptions options, ILogger logger)
{
    private readonly string _authority = account.BaseAddress.Authority;
    private readonly string _authorityWithPort = $"{account.BaseAddress.IdnHost}:{account.BaseAddress.Port}";
    private readonly string _basePath = TrustedBaseAddress.Normalize(account.BaseAddress).AbsolutePath;
    private readonly string[] _secrets = [.. account.MapApiKeys.Values.Append(account.ApiKey).Append(account.ServiceToken?.Split('_')[^1]).OfType<string>().Where(secret => secret.Length > 0)];
    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    /// <summary>The account for which it was made.</summary>
    public MapTilerOptions Account { get; } = account;

    public string Rewrite(string text)
    {
        var authority = Authority(text);
        if (authority.Length > 0 && !IsOurs(authority.Span))
            return Mask(text); // an address of another, with another's key

        var keyless = CredentialText.Remove(text);
        if (authority.Length == 0 || keyless.IndexOf('/', keyless.IndexOf("//", StringComparison.Ordinal) + 2) is var path && path < 0)
            return Mask(keyless);
        if (!keyless.AsSpan(path).StartsWith(_basePath, StringComparison.Ordinal))
            return Mask(keyless);

        var served = keyless.AsSpan(path + _basePath.Length - 1);
        return Mask(IsServed(served) ? string.Concat(publicAddress, served) : keyless);
    }

    // In whatever form it stands there.
    private string Mask(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        return text;
    }

    /// <summary>Host and port of a text that is an address; empty for any other text.</summary>
    private static ReadOnlyMemory<char> Authority(string text)
    {
        var start = text.StartsWith("//", StringComparison.Ordinal) ? 2
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        if (start == 0)
            return default;

        var rest = text.AsMemory(start);
        return rest.Span.IndexOfAny('/', '?', '#') is >= 0 and var end ? rest[..end] : rest;
    }

    private bool IsOurs(ReadOnlySpan<char> authority) =>
        authority.Equals(_authority, StringComparison.OrdinalIgnoreCase) || authority.Equals(_authorityWithPort, StringComparison.OrdinalIgnoreCase);

    private bool IsServed(ReadOnlySpan<char> path)
    {
        // A dot segment would lead the browser to another path of the application. It leaves out line breaks and tabs.
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains("%2e", StringComparison.OrdinalIgnoreCase) || path.ContainsAny('\\', '\t') || path.ContainsAny('\r', '\n'))
            return false;
        if (path.StartsWith("/maps/", StringComparison.Ordinal))
            LogUnlistedMap(path["/maps/".Length..]);
        else if (!path.StartsWith("/tiles/", StringComparison.Ordinal) && !path.StartsWith("/data/", StringComparison.Ordinal) && !path.StartsWith("/fonts/", StringComparison.Ordinal))
            return path.StartsWith("/sprites/", StringComparison.Ordinal);
        return true;
    }

    private void LogUnlistedMap(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('/');
        var id = (end < 0 ? rest : rest[..end]).ToString();
        var isSprite = end >= 0 && rest[end..].StartsWith("/sprite", StringComparison.Ordinal); // served if the style contains it
        if (!isSprite && !options.Maps.Contains(id) && RouteText.IsId(id) && _logged.TryAdd(id, true))
            Log.MapNotListed(logger, id);
    }
}
