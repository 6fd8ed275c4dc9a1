using System.Net;

namespace MapTiler.Authentication;

/// <summary>
/// The proxy of the system, for all requests except those to this machine: a proxy would read the credential of a request over http, which is allowed only because it does
/// not leave the machine.
/// </summary>
internal sealed class LoopbackProxy : IWebProxy
{
    private LoopbackProxy()
    {
    }

    public ICredentials? Credentials
    {
        get => Default?.Credentials;
        set
        {
            if (Default is { } proxy)
                proxy.Credentials = value;
        }
    }

    private static IWebProxy? Default =>
#if NET
        HttpClient.DefaultProxy;
#else
        WebRequest.DefaultWebProxy;
#endif

    /// <summary>Whether requests to this machine do not go through the proxy of the system anyway. The handler of .NET Framework would ignore <c>DefaultProxyCredentials</c> beside a proxy.</summary>
#if NET
    private static bool IsBypassedByPlatform => false;
#else
    private static bool IsBypassedByPlatform { get; } = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
#endif

    /// <summary>Sets it on the primary handler of a pipeline that uses the proxy of the system. A proxy that the application set on the handler is kept.</summary>
    public static void Set(HttpMessageHandler? handler)
    {
        if (Platform.IsBrowser || IsBypassedByPlatform)
            return;

        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;

        try
        {
            switch (handler)
            {
                case HttpClientHandler { SupportsProxy: true, UseProxy: true, Proxy: null } client:
                    client.Proxy = new LoopbackProxy();
                    break;
#if NET
                case SocketsHttpHandler { UseProxy: true, Proxy: null } sockets:
                    sockets.Proxy = new LoopbackProxy();
                    break;
#else
                case not null and not HttpClientHandler when handler.GetType().GetProperty("UseProxy")?.GetValue(handler) is true
                    && handler.GetType().GetProperty("Proxy") is { CanWrite: true } property && property.GetValue(handler) is null:
                    property.SetValue(handler, new LoopbackProxy());
                    break;
#endif
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.Reflection.TargetInvocationException)
        {
            // A handler that is already in use keeps the settings of its owner.
        }
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : Default?.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || Default?.IsBypassed(host) != false;
}
