namespace MapTiler.Authentication;

/// <summary>Takes credentials out of text that comes from elsewhere.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    // Also as an address stands within another one, and within JSON.
    private static readonly string[] Names = 
    [
        "key=", "signature=", "Signature=", "Token ",
        "key%3D", "signature%3D", "key%3d", "signature%3d",
        "key\\u003D", "signature\\u003D", "key\\u003d", "signature\\u003d",
    ];

    /// <summary>The text with the given secret, and whatever looks like a credential of an address, replaced by <see cref="Mask"/>.</summary>
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

    /// <summary>The cause of a failure; none if its text, or that of a cause within it, holds a credential.</summary>
    public static Exception? Keep(Exception? cause, string? secret)
    {
        for (var e = cause; e is not null; e = e.InnerException)
        {
            if (Redact(e.Message, secret) != e.Message)
                return null;
        }

        return cause;
    }

    /// <summary>Whether the text holds the secret or a signature; a cheap question for text that seldom does.</summary>
    public static bool IsNeeded(string text, string? secret) =>
        (!string.IsNullOrEmpty(secret) && Holds(text, secret!)) || Find(text, "signature", 0) >= 0;

    // As it is, as it stands in an address, and as that address stands within another one.
    private static bool Holds(string text, string secret)
    {
        if (Find(text, secret, 0) >= 0)
            return true;
        var escaped = Uri.EscapeDataString(secret);
        return escaped != secret && (Find(text, escaped, 0) >= 0 || Find(text, Uri.EscapeDataString(escaped), 0) >= 0);
    }

    private static int Find(string text, string name, int start) => text.IndexOf(name, start, StringComparison.Ordinal);
}
