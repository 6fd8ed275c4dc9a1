namespace MapTiler.Service;

/// <summary>The rules of origins: a domain, its subdomains, or requests without any.</summary>
internal static class OriginRule
{
    public static bool IsValid(string? rule)
    {
        if (rule == "?")
            return true;
        if (string.IsNullOrEmpty(rule))
            return false;

        var domain = rule!.StartsWith("*.", StringComparison.Ordinal) ? rule.Substring(2) : rule;
        return domain.Length <= 253
            && Uri.CheckHostName(domain) is UriHostNameType.Dns or UriHostNameType.IPv4
            && domain.All(c => c is not ('/' or ':' or '*' or '?' or '@'));
    }
}
