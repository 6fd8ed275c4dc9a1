using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore;

/// <summary>The way to MapTiler for files: authenticated as all calls of the account, but without repetitions, and compressed as sent.</summary>
internal sealed class Upstream(IHttpMessageHandlerFactory handlers, string account)
{
    private readonly Lazy<HttpMessageInvoker> _invoker = new(() => new HttpMessageInvoker(handlers.CreateHandler(ClientName(account)), disposeHandler: false));

    public HttpMessageInvoker Invoker => _invoker.Value;

    public static string ClientName(string account) => account.Length == 0 ? "MapTiler.Browser" : "MapTiler.Browser:" + account;

    public static void AddClient(IServiceCollection services, string account) => services.AddHttpClient(ClientName(account))
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.AutomaticDecompression = DecompressionMethods.None;
            handler.UseCookies = false;
            handler.ActivityHeadersPropagator = null; // what the application traces is not for others
            handler.ConnectTimeout = TimeSpan.FromSeconds(10);
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            handler.EnableMultipleHttp2Connections = true;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers() // they print the path, which holds places
        .RemoveAllResilienceHandlers()
        .AddMapTilerAuthentication(account);
}
