using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>Builds a query from the documented parameters of a request. All other parameters are dropped.</summary>
internal static class QueryFilter
{
    /// <summary>The query with its question mark; empty if there are no such parameters; <see langword="null"/> if a value is too long or contains control characters.</summary>
    public static string? Apply(IQueryCollection query, string[] names, int maxLength)
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
