using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>The parameter that identifies a session. MapTiler bills a session instead of its individual requests.</summary>
internal static class SessionParameter
{
    public const string Name = "mtsid";
    private const int MaxLength = 64;

    /// <summary>Returns the session of a request; <see langword="null"/> if the request has none, or if it is not valid.</summary>
    public static string? Read(HttpRequest request) =>
        request.QueryString.HasValue && request.Query[Name] is [{ } session] && session.Length is > 0 and <= MaxLength
            && session.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-') ? session : null;

    public static Uri AppendTo(Uri url, string? session) =>
        session is null ? url : new Uri($"{url.AbsoluteUri}{(url.Query.Length == 0 ? '?' : '&')}{Name}={session}", UriKind.Absolute);
}
