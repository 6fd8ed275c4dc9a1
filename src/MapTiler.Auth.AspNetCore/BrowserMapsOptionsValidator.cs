using MapTiler.Authentication;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore;

/// <summary>The rules of the options of one account; all that are broken are told at once.</summary>
internal sealed class BrowserMapsOptionsValidator(string account, IOptionsMonitor<MapTilerOptions> accounts, Func<bool> hasProvider) : IValidateOptions<BrowserMapsOptions>
{
    private const string Section = "MapTiler:BrowserMaps:";

    public ValidateOptionsResult Validate(string? name, BrowserMapsOptions options)
    {
        if (name != account)
            return ValidateOptionsResult.Skip;

        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(BrowserMapsOptions options)
    {
        if (options.PublicAddress is not { IsAbsoluteUri: true } address || address.Scheme is not ("https" or "http") || address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
            yield return $"Set {Section}{nameof(options.PublicAddress)} to the address of this application as browsers see it, such as https://example.com/. It is never taken from the Host header, which a caller can forge.";
        if (options.Maps.Count + options.Tilesets.Count + options.Datasets.Count == 0)
            yield return $"Nothing is listed, so pages could display nothing. List a map in {Section}{nameof(options.Maps)}, for example with options.Maps.Add(\"streets-v4\").";
        if (options.Maps.Concat(options.Tilesets).Concat(options.Datasets).Any(id => !RouteText.IsId(id)))
            yield return $"An id in {Section}{nameof(options.Maps)}, {nameof(options.Tilesets)} or {nameof(options.Datasets)} is not one: ids are made of letters, digits, '-', '_' and '.'.";
        if (options.Mode == BrowserMapsMode.SignedRedirect && accounts.Get(account).ServiceToken is null)
            yield return $"Signed redirects need MapTiler:ServiceToken (cloud.maptiler.com > Account > Credentials). Without one, set {Section}{nameof(options.Mode)} to {nameof(BrowserMapsMode.Proxy)}.";
        if (options.Mode is not (BrowserMapsMode.SignedRedirect or BrowserMapsMode.Proxy))
            yield return $"{Section}{nameof(options.Mode)} is {nameof(BrowserMapsMode.SignedRedirect)} or {nameof(BrowserMapsMode.Proxy)}.";
        if (options.CacheSize < 0)
            yield return $"{Section}{nameof(options.CacheSize)} must not be negative; 0 caches nothing.";
        if (options.CacheSize > 0 && options.TenantOf is null && hasProvider())
            yield return $"A cache with an {nameof(ApiKeyProvider)} needs {nameof(options.TenantOf)}, else a caller could get what was fetched with the key of another.";
    }
}
