using MapTiler;
using MapTiler.AspNetCore;
using Microsoft.Extensions.Options;

namespace BrowserMap;

/// <summary>The Content-Security-Policy of the page. It allows resources of the application, and with signed redirects also images and requests of MapTiler.</summary>
internal static class ContentSecurityPolicy
{
    public static void UseContentSecurityPolicy(this WebApplication app)
    {
        var mode = app.Services.GetRequiredService<IOptions<BrowserMapsOptions>>().Value.Mode;
        var mapTiler = app.Services.GetRequiredService<IOptions<MapTilerOptions>>().Value.BaseAddress.GetLeftPart(UriPartial.Authority);
        var sources = mode == BrowserMapsMode.SignedRedirect ? $"'self' {mapTiler}" : "'self'";
        var policy = $"default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src {sources} data:; connect-src {sources}; " +
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            return next();
        });
    }
}
