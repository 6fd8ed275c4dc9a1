namespace MapTiler.Authentication;

/// <summary>What can be said of a key without knowing the account: very little.</summary>
internal static class ApiKeyText
{
    private static readonly string[] PlaceholderStarts = ["YOUR_", "YOUR-", "<", "{", "["];
    private static readonly string[] Placeholders = ["API_KEY", "APIKEY", "MAPTILER_API_KEY", "CHANGEME", "CHANGE_ME", "TODO"];

    /// <summary>What is wrong with a trimmed key; <see langword="null"/> if nothing is. Never repeats the key.</summary>
    public static string? Check(string key)
    {
        if (key.Length == 0)
            return "is blank";
        if (key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "has white space or control characters inside; copy the key alone";
        if (key.Contains('&'))
            return "holds an '&'; copy the key alone, not the address around it";
        return PlaceholderStarts.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || Placeholders.Contains(key, StringComparer.OrdinalIgnoreCase)
            ? "is still a placeholder; put a key from https://cloud.maptiler.com/account/keys/ there"
            : null;
    }
}
