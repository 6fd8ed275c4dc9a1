using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator.Authentication;

/// <summary>Decides whether a key allows the page that a request comes from.</summary>
internal static class OriginRules
{
    private const string Unknown = "?";
    private const string AnySubdomain = "*.";

    private static readonly SearchValues<char> NotInDomains = SearchValues.Create(" \t/:*?@#");

    public static void Validate(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var domain = rule.StartsWith(AnySubdomain, StringComparison.Ordinal) ? rule[AnySubdomain.Length..] : rule;
        if (rule == Unknown || (domain.Length > 0 && domain.AsSpan().IndexOfAny(NotInDomains) < 0))
            return;

        throw new ArgumentException(
            $"The origin rule '{rule}' is not a domain. A rule is example.com, *.example.com or ?, without scheme, port and path.", nameof(rule));
    }

    public static bool Authorize(IReadOnlyList<string> rules, IHeaderDictionary headers)
    {
        if (rules.Count == 0)
            return true;

        return TryGetHost(headers, out var host)
            ? rules.Any(rule => Matches(rule, host))
            : rules.Contains(Unknown);
    }

    /// <summary>False if the request has no origin. An origin without a host counts as an origin that matches no rule.</summary>
    private static bool TryGetHost(IHeaderDictionary headers, out string host)
    {
        host = "";
        var source = headers.Origin.ToString();
        if (source == "null")
            return false;
        if (source.Length == 0)
            source = headers.Referer.ToString();
        if (source.Length == 0)
            return false;

        if (Uri.TryCreate(source, UriKind.Absolute, out var uri))
            host = uri.IdnHost;
        return true;
    }

    private static bool Matches(string rule, string host) =>
        rule.StartsWith(AnySubdomain, StringComparison.Ordinal)
            ? host.Length > rule.Length - 1 && host.EndsWith(rule[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(rule, StringComparison.OrdinalIgnoreCase);
}
