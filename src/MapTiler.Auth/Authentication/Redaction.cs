namespace MapTiler.Authentication;

/// <summary>Takes credentials out of text that comes from elsewhere.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    private static readonly string[] Names = ["key=", "signature=", "Token "];

    /// <summary>The text with the given secret, and whatever looks like a credential of an address, replaced by <see cref="Mask"/>.</summary>
    public static string Redact(string text, string? secret)
    {
        if (!string.IsNullOrEmpty(secret))
            text = text.Replace(secret, Mask).Replace(Uri.EscapeDataString(secret), Mask);

        foreach (var name in Names)
        {
            for (var start = text.IndexOf(name, StringComparison.Ordinal); start >= 0; start = text.IndexOf(name, start + name.Length, StringComparison.Ordinal))
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
}
