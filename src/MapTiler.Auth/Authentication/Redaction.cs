using System.Net.Http.Headers;

namespace MapTiler.Authentication;

/// <summary>Redacts credentials in strings from outside of the library.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    // Also as part of an escaped URL and within JSON.
    private static readonly string[] Names = 
    [
        "key=", "signature=", "Signature=", "Token ",
        "key%3D", "signature%3D", "key%3d", "signature%3d",
        "key\\u003D", "signature\\u003D", "key\\u003d", "signature\\u003d",
    ];

    /// <summary>Replaces the given secret, and everything that looks like a credential in a URL, with <see cref="Mask"/>.</summary>
    public static string Redact(string text, string? secret)
    {
        if (!string.IsNullOrEmpty(secret))
            text = text.Replace(secret, Mask).Replace(Uri.EscapeDataString(secret), Mask);

        foreach (var name in Names)
        {
            for (var start = Find(text, name, 0); start >= 0; start = Find(text, name, start + name.Length))
            {
                var value = start + name.Length;
                var end = value;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && "&\"'<>#\\)".IndexOf(text[end]) < 0)
                    end++;
                text = text.Substring(0, value) + Mask + text.Substring(end);
            }
        }

        return text;
    }

    /// <summary>Returns the inner exception of an error; <see langword="null"/> if its message, or that of an inner exception, contains a credential.</summary>
    public static Exception? Keep(Exception? cause, string? secret)
    {
        for (var e = cause; e is not null; e = e.InnerException)
        {
            if (Redact(e.Message, secret) != e.Message)
                return null;
        }

        return cause;
    }

    /// <summary>Indicates whether the text contains the secret or a signature; a cheap check for text that rarely does.</summary>
    public static bool IsNeeded(string text, string? secret) =>
        (!string.IsNullOrEmpty(secret) && Includes(text, secret!)) || Find(text, "signature", 0) >= 0;

    // Unescaped, escaped once as in a URL, and escaped twice as in a URL within a URL.
    private static bool Includes(string text, string secret)
    {
        if (Find(text, secret, 0) >= 0)
            return true;
        var escaped = Uri.EscapeDataString(secret);
        return escaped != secret && (Find(text, escaped, 0) >= 0 || Find(text, Uri.EscapeDataString(escaped), 0) >= 0);
    }

    private static int Find(string text, string name, int start) => text.IndexOf(name, start, StringComparison.Ordinal);
}

/// <summary>Redacts the credential in response headers that echo the URL of the request.</summary>
internal static class EchoedCredential
{
    public static void Hide(HttpResponseMessage response, string? secret)
    {
        if (response.ReasonPhrase is { } phrase && Redaction.IsNeeded(phrase, secret))
            response.ReasonPhrase = Redaction.Redact(phrase, secret);
        Hide(response.Headers, secret);
        if (response.Content is { } content)
            Hide(content.Headers, secret);
    }

    /// <summary>Redacts the credential in the Location header of a redirect that is not followed.</summary>
    public static void HideLocation(HttpResponseMessage response, string? secret)
    {
        if (response.Headers.TryGetValues("Location", out var values) && values.ToList() is var locations && locations.Exists(location => Redaction.IsNeeded(location, secret)))
        {
            response.Headers.Remove("Location");
            response.Headers.TryAddWithoutValidation("Location", locations.Select(location => Redaction.Redact(location, secret)));
        }
    }

    private static void Hide(HttpHeaders headers, string? secret)
    {
        List<string>? echoing = null;
#if NET
        foreach (var header in headers.NonValidated)
#else
        foreach (var header in headers)
#endif
        {
            foreach (var value in header.Value)
            {
                if (header.Key != "Location" && Redaction.IsNeeded(value, secret))
                    (echoing ??= []).Add(header.Key);
            }
        }

        foreach (var name in echoing ?? [])
        {
            if (!headers.TryGetValues(name, out var values))
                continue; // the name was in the list twice

            var redacted = values.Select(value => Redaction.Redact(value, secret)).ToList();
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, redacted);
        }
    }
}
