using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Sends requests to MapTiler with the authentication of the account, but without retries and automatic decompression.</summary>
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
            handler.ActivityHeadersPropagator = null; // the traces of the application are not sent to MapTiler
            handler.ConnectTimeout = TimeSpan.FromSeconds(10);
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            handler.EnableMultipleHttp2Connections = true;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers() // they log paths, which contain locations
        .RemoveAllResilienceHandlers()
        .AddMapTilerAuthentication(account);
}
