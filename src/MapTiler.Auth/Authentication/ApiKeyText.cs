namespace MapTiler.Authentication;

/// <summary>Checks the format of an API key, as far as that is possible without a request.</summary>
internal static class ApiKeyText
{
    private static readonly string[] PlaceholderStarts = ["YOUR_", "YOUR-", "<", "{", "["];
    private static readonly string[] Placeholders = ["API_KEY", "APIKEY", "MAPTILER_API_KEY", "CHANGEME", "CHANGE_ME", "TODO"];

    /// <summary>Returns the error of a trimmed key, which does not contain the key; <see langword="null"/> if it is valid.</summary>
    public static string? Check(string key)
    {
        if (key.Length == 0)
            return "is blank";
        if (key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "contains white space or control characters; copy only the key";
        if (key.Contains('&'))
            return "contains an '&'; copy only the key, not the URL that contains it";
        return PlaceholderStarts.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || Placeholders.Contains(key, StringComparer.OrdinalIgnoreCase)
            ? "is still a placeholder; replace it with a key from https://cloud.maptiler.com/account/keys/"
            : null;
    }
}
