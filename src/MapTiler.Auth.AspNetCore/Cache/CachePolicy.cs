using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Cache;

/// <summary>Determines the Cache-Control header of responses: that of MapTiler, but <c>private</c> if the response is not public, so that shared caches do not store it.</summary>
internal sealed class CachePolicy(BrowserMapsOptions options, bool hasKeyProvider)
{
    private readonly bool _dependsOnCaller = options.TenantSelector is not null || hasKeyProvider;

    public string? GetCacheControl(HttpContext context, string? cacheControl)
    {
        if (IsPublic(context))
            return cacheControl;
        if (!CacheControlHeaderValue.TryParse(cacheControl, out var value))
            return "no-store";

        value.Public = false;
        value.Private = true;
        value.SharedMaxAge = null;
        return value.ToString();
    }

    private bool IsPublic(HttpContext context) =>
        !_dependsOnCaller && context.User.Identity?.IsAuthenticated != true && context.Request.Headers.Authorization.Count == 0
        && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null;
}
