using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>How long browsers and caches on the way may keep an answer: as MapTiler says, but for itself alone where not everybody may see it.</summary>
internal sealed class CachePolicy(BrowserMapsOptions options)
{
    public string? Of(HttpContext context, string? cacheControl)
    {
        if (options.TenantOf is null && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            return cacheControl;
        if (!CacheControlHeaderValue.TryParse(cacheControl, out var value))
            return "no-store";

        value.Public = false;
        value.Private = true;
        value.SharedMaxAge = null;
        return value.ToString();
    }
}
