namespace MapTiler.Authentication;

/// <summary>Checks Origin values: a scheme, a host, and optionally a port.</summary>
internal static class OriginText
{
    /// <summary>Returns the error of an origin; <see langword="null"/> if it is valid.</summary>
    public static string? Check(string text) =>
        text.All(c => c is > ' ' and <= '~') // as in a header; an international host has an ASCII form
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || uri.Scheme == "http")
        && !text.EndsWith("/", StringComparison.Ordinal)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase)
        && uri.UserInfo.Length == 0
            ? null
            : "is not an origin: a scheme and a host without a path, such as 'https://example.com'";
}
