using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>Reads the query of a request.</summary>
internal static class RequestQuery
{
    private const string SessionName = "mtsid";
    private const int MaxSessionLength = 64;

    /// <summary>Returns the session of a request, which MapTiler bills instead of its individual requests; <see langword="null"/> if the request has none, or if it is not valid.</summary>
    public static string? ReadSession(HttpRequest request) =>
        request.QueryString.HasValue && request.Query[SessionName] is [{ } session] && session.Length is > 0 and <= MaxSessionLength
            && session.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-') ? session : null;

    public static Uri AppendSession(Uri url, string? session) =>
        session is null ? url : new Uri($"{url.AbsoluteUri}{(url.Query.Length == 0 ? '?' : '&')}{SessionName}={session}", UriKind.Absolute);

    /// <summary>Returns the query with the documented parameters only, and with its question mark; empty if there are no such parameters; <see langword="null"/> if a value is too long or contains control characters.</summary>
    public static string? Filter(IQueryCollection query, string[] names, int maxLength)
    {
        var result = new StringBuilder();
        foreach (var name in names)
        {
            foreach (var value in query[name])
            {
                if (value is null || value.Length > maxLength || value.Any(char.IsControl))
                    return null;
                result.Append(result.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escape(value));
            }
        }

        return result.ToString();
    }

    // The same escaping as in MapTilerUrlBuilder, so that a URL within its length limit is within the limit here too.
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
}
