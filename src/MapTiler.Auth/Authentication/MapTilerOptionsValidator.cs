using Microsoft.Extensions.Options;

namespace MapTiler.Authentication;

/// <summary>Validates all options at once. A failure message contains the name of the option, never its value.</summary>
internal sealed class MapTilerOptionsValidator(Func<string, bool> hasKeyProvider, Func<string, bool> hasTokenProvider, Func<string, bool> readsEnvironment, bool isStandalone) : IValidateOptions<MapTilerOptions>
{
    private const int MinSecretLength = 8;

    public ValidateOptionsResult Validate(string? name, MapTilerOptions options)
    {
        var failures = new List<string>();
        var section = isStandalone ? $"{nameof(MapTilerOptions)}." : string.IsNullOrEmpty(name) ? "MapTiler:" : $"MapTiler:{name}:";

        void Check(string option, string? error)
        {
            if (error is not null)
                failures.Add($"{section}{option} {error}.");
        }

        Check(nameof(options.ApiKey), options.ApiKey is { } key ? ApiKeyText.Check(key.Reveal()) : null);
        Check(nameof(options.BrowserApiKey), options.BrowserApiKey is { } browserKey ? ApiKeyText.Check(browserKey.Reveal()) : null);
        Check(nameof(options.BrowserApiKey), options.BrowserApiKey is { } published && published == options.ApiKey ? $"is the same key as {nameof(options.ApiKey)}, which would be visible in browsers; create a second key that is restricted to the origins of the pages" : null);
        var entry = 0; // not the name of the entry, which can be a key by mistake
        foreach (var pair in options.MapApiKeys)
        {
            Check($"{nameof(options.MapApiKeys)} (entry {++entry})", ApiKeyText.Check(pair.Value?.Reveal() ?? ""));
            Check($"{nameof(options.MapApiKeys)} (entry {entry})", IsSecret(pair.Key) ? "has a credential as its name; the name is the id of a map, and the key is the value" : null);
        }

        Check(nameof(options.ServiceToken), options.ServiceToken is { } token ? CheckToken(token.Reveal()) : null);
        Check(nameof(options.UserAgent), options.UserAgent is { } userAgent ? UserAgentText.Check(userAgent) : null);
        Check(nameof(options.Origin), options.Origin is { } origin ? OriginText.Check(origin) : null);
        Check(nameof(options.Authentication), options.Authentication is >= MapTilerAuthentication.Automatic and <= MapTilerAuthentication.None ? null : "is not a defined value");
        CheckUrl(nameof(options.BaseAddress), options.BaseAddress);
        CheckUrl(nameof(options.ServiceBaseAddress), options.ServiceBaseAddress);
        CheckNoSecret(nameof(options.UserAgent), options.UserAgent);
        CheckNoSecret(nameof(options.Origin), options.Origin);
        CheckNoSecret(nameof(options.BaseAddress), options.BaseAddress?.OriginalString);
        CheckNoSecret(nameof(options.ServiceBaseAddress), options.ServiceBaseAddress?.OriginalString);
        if (!options.AllowMissingCredential && MissingCredential(name, options) is { } missing)
            failures.Add(missing);

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        bool IsSecret(string text) => ApiKeyText.IsServiceToken(text) || Secrets(options).Any(secret => text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) >= 0);

        void CheckNoSecret(string option, string? value) => Check(option, value is not null && IsSecret(value) ? "contains a credential, which would be sent or logged there; remove it" : null);

        void CheckUrl(string option, Uri? url)
        {
            if (TrustedBaseAddress.Check(url, options.AllowInsecureBaseAddress) is { } error)
                failures.Add($"{section}{option}: {error}");
        }

        string? MissingCredential(string? account, MapTilerOptions o) => o.Authentication switch
        {
            MapTilerAuthentication.None => null,
            MapTilerAuthentication.Signed when o.ServiceToken is null && !hasTokenProvider(account ?? "") =>
                $"{section}{nameof(o.ServiceToken)} is missing, but {nameof(o.Authentication)} is {nameof(MapTilerAuthentication.Signed)}.",
            MapTilerAuthentication.Signed => null,
            _ when o.ApiKey is not null || o.MapApiKeys.Count > 0 || hasKeyProvider(account ?? "") => null,
            MapTilerAuthentication.Automatic when o.ServiceToken is not null || hasTokenProvider(account ?? "") => null,
            _ when isStandalone => $"{section}{nameof(o.ApiKey)} is missing or blank. Set it, or {section}{nameof(o.ServiceToken)} to sign requests; " +
                "a client that is created with 'new' reads neither the configuration nor the environment. Keys: https://cloud.maptiler.com/account/keys/",
            _ => $"{section}{nameof(o.ApiKey)} is missing or blank. Set it in the configuration, for example by " +
                 $"'dotnet user-secrets set {section}{nameof(o.ApiKey)} <key>' (which is read in the environment Development only){(readsEnvironment(account ?? "") ? ", or in the environment variable MAPTILER_API_KEY" : "")}; " +
                 $"or set {section}{nameof(o.ServiceToken)} to sign requests. Keys: https://cloud.maptiler.com/account/keys/",
        };
    }

    // A short value can be a part of other values by chance.
    private static IEnumerable<string> Secrets(MapTilerOptions options) =>
        options.MapApiKeys.Values.Append(options.ApiKey).Append(options.BrowserApiKey).Append(options.ServiceToken).OfType<MapTilerSecret>().Select(secret => secret.Reveal()).Where(secret => secret.Length >= MinSecretLength);

    /// <exception cref="ArgumentException">The argument is not a service token. The message does not contain it.</exception>
    public static string RequireToken(string token, string parameter)
    {
        Guard.NotNull(token, parameter);
        return CheckToken(token) is { } error ? throw new ArgumentException($"The string {error}.", parameter) : token;
    }

    private static string? CheckToken(string token) =>
        ServiceToken.TryParse(token, out _)
            ? null
            : "is not a service token: expected its key id, one underscore, and an even number of hexadecimal digits";
}
