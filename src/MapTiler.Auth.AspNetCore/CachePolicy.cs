using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>How long browsers and caches on the way may keep an answer: as MapTiler says, but for the browser alone where not everybody may see it.</summary>
internal sealed class CachePolicy(BrowserMapsOptions options, bool hasOwnKeys)
{
    private readonly bool _differs = options.TenantOf is not null || hasOwnKeys;

    public string? Of(HttpContext context, string? cacheControl)
    {
        if (IsForEverybody(context))
            return cacheControl;
        if (!CacheControlHeaderValue.TryParse(cacheControl, out var value))
            return "no-store";

        value.Public = false;
        value.Private = true;
        value.SharedMaxAge = null;
        return value.ToString();
    }

    private bool IsForEverybody(HttpContext context) =>
        !_differs && context.User.Identity?.IsAuthenticated != true && context.Request.Headers.Authorization.Count == 0
        && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null;
}
