namespace MapTiler.Authentication;

/// <summary>The grammar of an Origin header: a scheme, a host and perhaps a port.</summary>
internal static class OriginText
{
    /// <summary>What is wrong with an origin; <see langword="null"/> if nothing is.</summary>
    public static string? Check(string text) =>
        text.All(c => c is > ' ' and <= '~') // a header carries no more; an international host has an ASCII form
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || uri.Scheme == "http")
        && !text.EndsWith("/", StringComparison.Ordinal)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase)
        && uri.UserInfo.Length == 0
            ? null
            : "is not an origin: a scheme and a host without a path, such as 'https://example.com'";
}
