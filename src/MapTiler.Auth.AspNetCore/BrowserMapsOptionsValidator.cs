using MapTiler.AspNetCore.Documents;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore;

/// <summary>Validates the options of one account and reports all errors at once.</summary>
internal sealed class BrowserMapsOptionsValidator(string account, IServiceProvider services, Func<bool> hasProvider) : IValidateOptions<BrowserMapsOptions>
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
        if (options.PublicUrl is null ? !IsDevelopment : options.PublicUrl is not { IsAbsoluteUri: true } url || url.Scheme is not ("https" or "http") || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            yield return $"{Section}{nameof(options.PublicUrl)} is missing or not an http or https URL without a query. It is never taken from the Host header, because a caller can forge that header. Set it to the URL of this application as browsers see it, such as https://example.com/.";
        if (options.Maps.Count + options.Tilesets.Count + options.Datasets.Count == 0)
            yield return $"No map, tileset or dataset is listed, so pages could not display anything. Add a map to {Section}{nameof(options.Maps)}, for example with options.Maps.Add(\"streets-v4\").";
        if (options.Maps.Concat(options.Tilesets).Concat(options.Datasets).Any(id => !RequestPath.IsId(id)))
            yield return $"An id in {Section}{nameof(options.Maps)}, {nameof(options.Tilesets)} or {nameof(options.Datasets)} is not valid. Ids consist of letters, digits, '-', '_' and '.'.";
        if (options.Mode == BrowserMapsMode.SignedRedirect && services.GetRequiredService<IOptionsMonitor<MapTilerOptions>>().Get(account).ServiceToken is null && !ApplicationProvider.Exists<ServiceTokenProvider>(services, account))
            yield return $"Signed redirects require MapTiler:ServiceToken, which is not configured. An API key alone cannot sign URLs. Create a token at cloud.maptiler.com > Account > Credentials, or set {Section}{nameof(options.Mode)} to {nameof(BrowserMapsMode.Proxy)}, so that the application fetches the files with its API key.";
        if (options.Mode is not (BrowserMapsMode.SignedRedirect or BrowserMapsMode.Proxy))
            yield return $"{Section}{nameof(options.Mode)} is not valid. Set it to {nameof(BrowserMapsMode.SignedRedirect)} or {nameof(BrowserMapsMode.Proxy)}.";
        if (options.CacheSize < 0)
            yield return $"{Section}{nameof(options.CacheSize)} must not be negative. Set it to 0 to disable the cache.";
        if (options.MaxStaleAge < TimeSpan.Zero)
            yield return $"{Section}{nameof(options.MaxStaleAge)} must not be negative. Set it to 0 to never return expired responses.";
        foreach (var failure in FallbackFailures(options))
            yield return failure;
        if (options.CacheSize > 0 && options.TenantSelector is null && hasProvider())
            yield return $"A cache with an {nameof(ApiKeyProvider)} or a {nameof(ServiceTokenProvider)} requires {nameof(options.TenantSelector)}. Without it, a caller could receive a response that was fetched with the credential of another one. Set it to a function that returns the tenant of a request.";
    }

    private IEnumerable<string> FallbackFailures(BrowserMapsOptions options)
    {
        if (options.FallbackAccount is { } other && options.FallbackMap is null)
            yield return $"{Section}{nameof(options.FallbackAccount)} is '{other}', but {nameof(options.FallbackMap)} is not set. Set it to a map of that account.";
        if (options.FallbackMap is { } map && options.FallbackAccount is null && !options.Maps.Contains(map))
            yield return $"{Section}{nameof(options.FallbackMap)} is '{map}', which is not in {nameof(options.Maps)}. Add the map there, or set {nameof(options.FallbackAccount)} to the account that lists it.";
        if (options.FallbackMap is { } only && options.FallbackAccount is null && options.FallbackStyleFile is null && options.Maps.Count == 1 && options.Maps.Contains(only))
            yield return $"{Section}{nameof(options.FallbackMap)} is the only listed map, so it would be its own fallback. Set it to another map, or set {nameof(options.FallbackStyleFile)}.";
        if (options.FallbackStyleFile is { } file && !File.Exists(StyleFallback.Resolve(file, services)))
            yield return $"{Section}{nameof(options.FallbackStyleFile)} is '{file}', but there is no such file in the content root. Add the file to the project, and copy it to the output.";
    }

    private bool IsDevelopment => services.GetService<IHostEnvironment>()?.IsDevelopment() == true;
}
