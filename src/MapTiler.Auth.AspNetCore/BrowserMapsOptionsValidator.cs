using MapTiler.AspNetCore.Endpoints;
using MapTiler.Authentication;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore;

/// <summary>Validates the options of one account and reports all errors at once.</summary>
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
        if (options.PublicUrl is not { IsAbsoluteUri: true } url || url.Scheme is not ("https" or "http") || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            yield return $"{Section}{nameof(options.PublicUrl)} is missing or not an http or https URL without a query. It is never taken from the Host header, because a caller can forge that header. Set it to the URL of this application as browsers see it, such as https://example.com/.";
        if (options.Maps.Count + options.Tilesets.Count + options.Datasets.Count == 0)
            yield return $"No map, tileset or dataset is listed, so pages could not display anything. Add a map to {Section}{nameof(options.Maps)}, for example with options.Maps.Add(\"streets-v4\").";
        if (options.Maps.Concat(options.Tilesets).Concat(options.Datasets).Any(id => !PathSegment.IsId(id)))
            yield return $"An id in {Section}{nameof(options.Maps)}, {nameof(options.Tilesets)} or {nameof(options.Datasets)} is not valid. Ids consist of letters, digits, '-', '_' and '.'.";
        if (options.Mode == BrowserMapsMode.SignedRedirect && accounts.Get(account).ServiceToken is null)
            yield return $"Signed redirects require MapTiler:ServiceToken, which is not configured. Create a token at cloud.maptiler.com > Account > Credentials, or set {Section}{nameof(options.Mode)} to {nameof(BrowserMapsMode.Proxy)}.";
        if (options.Mode is not (BrowserMapsMode.SignedRedirect or BrowserMapsMode.Proxy))
            yield return $"{Section}{nameof(options.Mode)} is not valid. Set it to {nameof(BrowserMapsMode.SignedRedirect)} or {nameof(BrowserMapsMode.Proxy)}.";
        if (options.CacheSize < 0)
            yield return $"{Section}{nameof(options.CacheSize)} must not be negative. Set it to 0 to disable the cache.";
        if (options.CacheSize > 0 && options.TenantSelector is null && hasProvider())
            yield return $"A cache with an {nameof(ApiKeyProvider)} or a {nameof(ServiceTokenProvider)} requires {nameof(options.TenantSelector)}. Without it, a caller could receive a response that was fetched with the credential of another one. Set it to a function that returns the tenant of a request.";
    }
}
