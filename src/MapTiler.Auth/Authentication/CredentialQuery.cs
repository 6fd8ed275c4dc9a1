using System.Text;

namespace MapTiler.Authentication;

/// <summary>Removes the query parameters <c>key</c> and <c>signature</c> from a URL and keeps the rest unchanged.</summary>
internal static class CredentialQuery
{
    /// <summary>Returns the URL without credentials; the same object if it has none.</summary>
    public static Uri Remove(Uri uri)
    {
        var text = uri.AbsoluteUri;
        if (!HasCredential(text))
            return uri;

        var fragment = text.IndexOf('#');
        var keyless = Remove(text) + (fragment < 0 ? "" : text.Substring(fragment));
        return keyless == text ? uri : new Uri(keyless, UriKind.Absolute);
    }

    /// <summary>Returns the URL without credentials and without its fragment.</summary>
    public static string Remove(string absoluteUri)
    {
        var fragment = absoluteUri.IndexOf('#');
        var text = fragment < 0 ? absoluteUri : absoluteUri.Substring(0, fragment);
        var query = text.IndexOf('?');
        if (query < 0)
            return text;
        if (query == text.Length - 1)
            return text.Substring(0, query);
        if (!HasCredential(text))
            return text;

        var kept = new StringBuilder(text, 0, query, text.Length);
        for (var start = query + 1; start <= text.Length;)
        {
            var end = text.IndexOf('&', start);
            if (end < 0)
                end = text.Length;
            if (!IsCredential(text.AsSpan(start, end - start)))
                kept.Append(kept.Length == query ? '?' : '&').Append(text, start, end - start);
            start = end + 1;
        }

        if (kept.Length == query + 1)
            kept.Length = query; // only the '?' is left
        return kept.ToString();
    }

    private static bool HasCredential(string text)
    {
        var query = text.IndexOf('?');
        return query >= 0
            && (text.IndexOf("key", query, StringComparison.Ordinal) >= 0 || text.IndexOf("signature", query, StringComparison.Ordinal) >= 0);
    }

    private static bool IsCredential(ReadOnlySpan<char> item)
    {
        var equals = item.IndexOf('=');
        var name = equals < 0 ? item : item.Slice(0, equals);
        return name.SequenceEqual("key".AsSpan()) || name.SequenceEqual("signature".AsSpan());
    }
}
