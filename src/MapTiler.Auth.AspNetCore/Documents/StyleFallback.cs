using System.Net;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.AspNetCore.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MapTiler.AspNetCore.Documents;

/// <summary>The style that browsers receive if that of a map cannot be had: another map, possibly of another account, or a local style.</summary>
internal sealed class StyleFallback(BrowserMapsOptions options, string account, IServiceProvider services, UpstreamStatus status)
{
    /// <summary>Sends the fallback. A fallback has no fallback of its own.</summary>
    /// <param name="context">The request of the browser.</param>
    /// <param name="mapId">The map whose style could not be had.</param>
    /// <param name="labels">The language of the labels; <see langword="null"/> for that of the style.</param>
    /// <param name="failure">The reason.</param>
    /// <exception cref="UpstreamException">There is no fallback, or it failed too.</exception>
    public async Task SendAsync(HttpContext context, string mapId, string? labels, UpstreamException failure)
    {
        var other = options.FallbackAccount ?? account;
        if (options.FallbackMap is { } fallback && (fallback != mapId || other != account))
        {
            status.ReportFallback(failure, mapId);
            await services.GetRequiredKeyedService<BrowserEndpoints>(other).Documents.SendStyleAsync(context, services.GetRequiredKeyedService<AccountMonitor>(other).Current, fallback, session: null, labels, isFallback: true).ConfigureAwait(false);
        }
        else if (options.FallbackStyleFile is { } file)
        {
            status.ReportFallback(failure, mapId);
            await SendFileAsync(context, file).ConfigureAwait(false);
        }
        else
        {
            throw failure.Copy();
        }
    }

    /// <exception cref="InvalidOperationException">The fallback is a map of another account that does not list it.</exception>
    public void Validate()
    {
        if (options.FallbackAccount is { } other && services.GetKeyedService<BrowserEndpoints>(other)?.Lists(options.FallbackMap!) != true)
            throw new InvalidOperationException($"The fallback map '{options.FallbackMap}' is not listed by the account '{other}'. Add it with AddMapTiler(\"{other}\", ...).AddBrowserMaps(maps => maps.Maps.Add(\"{options.FallbackMap}\")).");
    }

    /// <summary>Returns the path of a file in the content root.</summary>
    public static string Resolve(string file, IServiceProvider services) => Path.Combine(services.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory, file);

    private async Task SendFileAsync(HttpContext context, string file)
    {
        var response = context.Response;
        try
        {
            var style = await File.ReadAllBytesAsync(Resolve(file, services), context.RequestAborted).ConfigureAwait(false);
            response.StatusCode = StatusCodes.Status200OK;
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = style.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
                await response.Body.WriteAsync(style, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !response.HasStarted)
        {
            throw new UpstreamException(HttpStatusCode.BadGateway, "The fallback style could not be read.", cause: e);
        }
    }
}
