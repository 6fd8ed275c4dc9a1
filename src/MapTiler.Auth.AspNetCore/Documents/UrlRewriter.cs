using System.Collections.Concurrent;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.Authentication;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore.Documents;

/// <summary>
/// Replaces URLs of MapTiler in a style or TileJSON with URLs of the browser endpoints, and removes the credentials of the account from all strings. URLs of other
/// hosts are not changed. It works on strings and not on <see cref="Uri"/>, because templates contain braces.
/// </summary>
internal sealed class UrlRewriter(MapTilerOptions account, string publicUrl, BrowserMapsOptions options, ILogger logger)
{
    private readonly string _authority = account.BaseAddress.Authority;
    private readonly string _authorityWithPort = $"{account.BaseAddress.IdnHost}:{account.BaseAddress.Port}";
    private readonly string _basePath = TrustedBaseAddress.Normalize(account.BaseAddress).AbsolutePath;
    private readonly string[] _secrets = [.. account.MapApiKeys.Values.Append(account.ApiKey).Select(key => key?.Reveal()).Append(account.ServiceToken?.Reveal().Split('_')[^1]).OfType<string>().Where(secret => secret.Length > 0)];
    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    /// <summary>The options of the account for which the rewriter was created.</summary>
    public MapTilerOptions Account { get; } = account;

    /// <summary>The URL of the endpoints, without a trailing slash.</summary>
    public string PublicUrl { get; } = publicUrl;

    public string Rewrite(string value)
    {
        var authority = Authority(value);
        if (authority.Length > 0 && !IsOurs(authority.Span))
            return Mask(value); // a URL of another host, whose key is not ours

        var withoutKey = Redaction.RemoveFromText(value);
        if (authority.Length == 0 || withoutKey.IndexOf('/', withoutKey.IndexOf("//", StringComparison.Ordinal) + 2) is var path && path < 0)
            return Mask(withoutKey);
        if (!withoutKey.AsSpan(path).StartsWith(_basePath, StringComparison.Ordinal))
            return Mask(withoutKey);

        var served = withoutKey.AsSpan(path + _basePath.Length - 1);
        return Mask(IsServed(served) ? string.Concat(PublicUrl, served) : withoutKey);
    }

    private string Mask(string value)
    {
        foreach (var secret in _secrets)
            value = Redaction.MaskSecret(value, secret);
        return value;
    }

    /// <summary>The host and port of a string that is a URL; empty for any other string.</summary>
    private static ReadOnlyMemory<char> Authority(string value)
    {
        var start = value.StartsWith("//", StringComparison.Ordinal) ? 2
            : value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        if (start == 0)
            return default;

        var rest = value.AsMemory(start);
        return rest.Span.IndexOfAny('/', '?', '#') is >= 0 and var end ? rest[..end] : rest;
    }

    private bool IsOurs(ReadOnlySpan<char> authority) =>
        authority.Equals(_authority, StringComparison.OrdinalIgnoreCase) || authority.Equals(_authorityWithPort, StringComparison.OrdinalIgnoreCase);

    private bool IsServed(ReadOnlySpan<char> path)
    {
        // Browsers resolve dot segments, which would point to another path of the application, and they ignore line breaks and tabs.
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
        if (!isSprite && !options.Maps.Contains(id) && RequestPath.IsId(id) && _logged.TryAdd(id, true))
            Log.MapNotListed(logger, id);
    }
}
