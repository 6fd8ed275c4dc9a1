using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>The parameter by which MapTiler bills a session instead of its requests.</summary>
internal static class SessionParameter
{
    public const string Name = "mtsid";
    private const int MaxLength = 64;

    /// <summary>The session of a request; <see langword="null"/> without one, or if it is none.</summary>
    public static string? Of(HttpRequest request) =>
        request.QueryString.HasValue && request.Query[Name] is [{ } session] && session.Length is > 0 and <= MaxLength
            && session.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-') ? session : null;

    public static Uri Add(Uri address, string? session) =>
        session is null ? address : new Uri($"{address.AbsoluteUri}{(address.Query.Length == 0 ? '?' : '&')}{Name}={session}", UriKind.Absolute);
}
