using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>The documented parameters of a request, written anew. What else a caller adds goes nowhere.</summary>
internal static class QueryText
{
    /// <summary>A query with its question mark, or nothing; <see langword="null"/> if a value is too long or has control characters.</summary>
    public static string? Of(IQueryCollection query, string[] names, int maxLength)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            foreach (var value in query[name])
            {
                if (value is null || value.Length > maxLength || value.Any(char.IsControl))
                    return null;
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escape(value));
            }
        }

        return text.ToString();
    }

    // As our own addresses write them, so that what fits into one fits here.
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
}
