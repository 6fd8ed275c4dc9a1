using System.Net;
using MapTiler.Authentication;
using MapTiler.Service;

namespace MapTiler.Tool.Checks;

/// <summary>The cause of a failure, and what to do.</summary>
/// <param name="Cause">A word for scripts, such as <c>unknown-key</c>. Later versions can add others.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do; empty if nothing is to be done.</param>
internal sealed record Diagnosis(string Cause, string Message, string Advice = "")
{
    private const string Keys = "https://cloud.maptiler.com/account/keys/";
    private const string Tokens = "Account > Credentials at https://cloud.maptiler.com";

    public int ExitCode => Cause switch
    {
        "ok" or "unprotected" => Tool.ExitCode.Ok,
        "settings" => Tool.ExitCode.Usage,
        "quota" or "rate-limit" => Tool.ExitCode.Quota,
        "no-credential" or "malformed-credential" or "token-as-key" or "key-as-token" or "unknown-key" or "unknown-token" or "suspended" or "origin" or "user-agent" or "restriction" or "plan"
            or "signature-altered" or "signature" => Tool.ExitCode.Authentication,
        _ => Tool.ExitCode.Failed,
    };

    /// <summary>Returns the cause of options with which no client can be created.</summary>
    public static Diagnosis OfSettings(MapTilerOptions options, string message) =>
        options.ApiKey is { } key && ServiceToken.TryParse(key.Reveal(), out _)
            ? new("token-as-key", "The value that is set as the API key is a service token. It was not sent, because it is a secret.", "Set it as MAPTILER_SERVICE_TOKEN, or in a profile as serviceToken. Requests are then signed.")
        : options.ServiceToken is { } token && !ServiceToken.TryParse(token.Reveal(), out _) && !token.Reveal().Contains('_', StringComparison.Ordinal)
            ? new("key-as-token", "The value that is set as the service token is not one. It is probably an API key.", $"Set it as MAPTILER_API_KEY. A service token has an underscore, and is under {Tokens}.")
        : message.Contains(Setting.ApiKey, StringComparison.Ordinal) || message.Contains(Setting.ServiceToken, StringComparison.Ordinal)
            ? new("malformed-credential", message, $"Copy the key from {Keys} or the token from {Tokens}.")
            : new("settings", message, "Correct the setting.");

    /// <summary>Returns the cause from the result of the check, what was sent, and what the Service API reports.</summary>
    public static Diagnosis Of(KeyCheckResult result, Exchange? sent, ServiceFindings service) => result.Error is not { } error || result.Status is KeyCheckStatus.Valid or KeyCheckStatus.Unprotected
        ? result.Status == KeyCheckStatus.Unprotected
            ? new("unprotected", "The key works, but it also works with another User-Agent and from another Origin: anyone who obtains it can use its quota.", $"Restrict it to origins or a user agent at {Keys}, or sign requests with a service token.")
            : new("ok", result.Message)
        : error.Reason switch
        {
            MapTilerErrorReason.KeyMissing => new("no-credential", "The request had no credential.", $"Set MAPTILER_API_KEY. Keys: {Keys}"),
            MapTilerErrorReason.KeyInvalid => OfUnknown(sent, service),
            MapTilerErrorReason.SignatureInvalid => OfSignature(service),
            MapTilerErrorReason.Forbidden => OfForbidden(error, sent, service.Key),
            MapTilerErrorReason.QuotaExceeded => new("quota", "The quota of the account is used up.", "Wait for the next month, or upgrade the plan: https://cloud.maptiler.com/account/analytics"),
            MapTilerErrorReason.RateLimited => new("rate-limit", "Too many requests were sent in a short time.", $"Send fewer requests per second.{(error.RetryAfter is { } delay ? $" The next one is possible in {delay.TotalSeconds:0} s." : "")}"),
            MapTilerErrorReason.Timeout => new("timeout", "The server did not respond in time.", "Check the network, the proxy and the firewall, and try again."),
            MapTilerErrorReason.ConnectionFailed => OfConnection(error),
            MapTilerErrorReason.InvalidResponse when error.StatusCode == HttpStatusCode.ProxyAuthenticationRequired => new("proxy", "A proxy requires authentication.", "Set its user and password in HTTPS_PROXY: http://user:password@host:port"),
            MapTilerErrorReason.InvalidResponse or MapTilerErrorReason.NotFound => new("wrong-server", "The response is not one of MapTiler. Another server responds, such as the sign-in page of a network, or the base address is wrong.", "Check MAPTILER_BASE_ADDRESS, and sign in to the network."),
            MapTilerErrorReason.ServerError => new("service-failure", "MapTiler failed to process the request.", "Try again later. See https://status.maptiler.com"),
            _ => new("other", ErrorReport.MessageOf(error)),
        };

    private static Diagnosis OfUnknown(Exchange? sent, ServiceFindings service) => service switch
    {
        { Key: not null } => new("suspended", "The key exists, but MapTiler rejects it: the account is suspended, or its plan has expired.", "Check the account at https://cloud.maptiler.com/account/"),
        { AcceptsToken: true } when IsSigned(sent) => new("unknown-token", "The id of the service token is unknown to the API, although the Service API accepts the token.", $"Create another token under {Tokens}."),
        { AcceptsToken: true } => new("unknown-key", "The account of the service token does not have this key: it was deleted, it is mistyped, or it belongs to another account.", $"Compare it with {Keys}"),
        { IsToken: true } when IsSigned(sent) => new("unknown-token", "MapTiler rejected the service token: it was deleted, or is mistyped.", $"Compare it with {Tokens}."),
        _ => new("unknown-key", "MapTiler rejected the key: it is mistyped or was deleted, or the plan of its account has expired.", $"Compare it with {Keys}. With a service token in MAPTILER_SERVICE_TOKEN, this command determines which of these it is."),
    };

    private static Diagnosis OfSignature(ServiceFindings service) => service.AcceptsToken
        ? new("signature-altered", "The service token is right, but its signature was rejected: the URL was changed after it was signed, probably by a proxy or a gateway.", "Let it pass the path and the query unchanged: no decoding, sorting or added parameters. Or use an API key.")
        : new("signature", "The signature was rejected: the secret of the service token is wrong.", $"Copy the complete token from {Tokens}.");

    private static Diagnosis OfForbidden(MapTilerException error, Exchange? sent, ApiKey? key)
    {
        var origin = sent?.Origin;
        if (error.ResponseExcerpt?.Contains("rendered maps", StringComparison.OrdinalIgnoreCase) == true)
            return new("plan", "The plan of the account does not include this request.", "Plans: https://www.maptiler.com/cloud/pricing/");
        if (key is null)
        {
            return new("restriction",
                origin is null
                    ? "The key is restricted, probably to origins: the request had no Origin, as those of a server, a desktop or a mobile app. It can also be restricted to another User-Agent."
                    : $"The key is restricted, either to other origins than {origin}, or to another User-Agent.",
                $"Try --origin your.site or --user-agent your-app, compare both with {Keys}, or set MAPTILER_SERVICE_TOKEN, so that this command can read the restrictions.");
        }

        if (!string.IsNullOrEmpty(key.UserAgent) && sent?.UserAgent?.Contains(key.UserAgent, StringComparison.Ordinal) != true)
            return new("user-agent", $"The key requires a User-Agent that contains '{key.UserAgent}', in this case.", $"{Try("--user-agent", key.UserAgent)}Send it in the application, or change the restriction at {Keys}");
        return key.Origins.Count > 0 && !Allows(key.Origins, origin)
            ? new("origin", $"The key allows requests from {string.Join(", ", key.Origins)} only. The request had {(origin is null ? "no Origin" : $"the Origin {origin}")}.",
                $"{Try("--origin", HostOf(key.Origins))}Send the request from an allowed page, set its Origin, add the origin at {Keys}, or use another key outside of browsers.")
            : new("plan", "The restrictions of the key allow the request, so probably the plan of the account does not.", "Plans: https://www.maptiler.com/cloud/pricing/");
    }

    // The command, if its value needs no quotation marks in any shell.
    private static string Try(string option, string? value) =>
        value is not null && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':') ? $"Try 'maptiler check {option} {value}'. " : "";

    private static string? HostOf(IReadOnlyList<string> rules) => rules.Where(rule => rule != "?").OrderBy(rule => rule.StartsWith('*')).FirstOrDefault()?.Replace("*.", "www.", StringComparison.Ordinal);

    private static Diagnosis OfConnection(MapTilerException error)
    {
        var http = Causes(error).OfType<HttpRequestException>().FirstOrDefault(cause => cause.HttpRequestError != HttpRequestError.Unknown);
        var detail = Secrets.Mask(Causes(error).Last().Message);
        return http?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new("dns", $"The name of the server could not be resolved. {detail}", "Check the network connection, the DNS server, and MAPTILER_BASE_ADDRESS."),
            HttpRequestError.SecureConnectionError when detail.Contains("NotTimeValid", StringComparison.Ordinal) => new("clock", $"The certificate of the server is not valid at the time of this machine. {detail}", "Set the clock of this machine."),
            HttpRequestError.SecureConnectionError => new("tls", $"No secure connection could be established. {detail}", "If a proxy inspects TLS, install its certificate on this machine (SSL_CERT_FILE on Linux). Check the clock."),
            HttpRequestError.ProxyTunnelError => new("proxy", $"The proxy did not establish a connection. {detail}", "Check HTTPS_PROXY, and whether the proxy allows the server."),
            _ => new("connection", $"The connection could not be opened, or was lost. {detail}", "Check the network, the firewall, HTTPS_PROXY and MAPTILER_BASE_ADDRESS."),
        };
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    private static bool IsSigned(Exchange? sent) => sent?.Url.Contains("signature=", StringComparison.Ordinal) == true;

    // example.com, *.example.com, and ? for requests without an origin
    private static bool Allows(IReadOnlyList<string> rules, string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var url)
        ? rules.Any(rule => rule.StartsWith("*.", StringComparison.Ordinal) ? url.IdnHost.EndsWith(rule[1..], StringComparison.OrdinalIgnoreCase) : url.IdnHost.Equals(rule, StringComparison.OrdinalIgnoreCase))
        : rules.Contains("?");
}
