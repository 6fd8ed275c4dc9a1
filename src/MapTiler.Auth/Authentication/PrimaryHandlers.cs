using System.Net;

namespace MapTiler.Authentication;

/// <summary>
/// Creates and configures primary handlers. A primary handler must not follow redirects: it would send the next request without a key, or
/// send an echoed key to another host.
/// </summary>
internal static class PrimaryHandlers
{
#if NET
    private const DecompressionMethods Decompression = DecompressionMethods.All;
#else
    private const DecompressionMethods Decompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
#endif

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    // An attempt to connect continues when its request has timed out, for later requests; the default is without a limit.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    // A request that times out closes its connection in HTTP/1.1 only. In HTTP/2 the retries would use a dead connection again, so that it has to be
    // detected within the attempt timeout.
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(4);

    // The default of 64 KiB costs a large response one round trip for each of the first windows.
    private const int DefaultStreamWindow = 65_535;
    private const int StreamWindow = 1024 * 1024;

    /// <summary>Creates a handler for use without a factory.</summary>
    public static HttpMessageHandler Create()
    {
#if NET
        if (!OperatingSystem.IsBrowser())
            return Tune(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime });
#endif
        return Tune(new HttpClientHandler());
    }

    /// <summary>Configures a handler of a factory for our clients, except where the application configured it.</summary>
    public static HttpMessageHandler Tune(HttpMessageHandler handler)
    {
        Secure(handler);
        try
        {
            switch (handler)
            {
                case HttpClientHandler client:
                    if (client is { SupportsAutomaticDecompression: true, AutomaticDecompression: DecompressionMethods.None })
                        client.AutomaticDecompression = Decompression;
#if !NET
                    // Two connections to a host are the default of .NET Framework. Requests that wait for one would time out without being sent.
                    if (client.MaxConnectionsPerServer == ServicePointManager.DefaultPersistentConnectionLimit)
                        client.MaxConnectionsPerServer = int.MaxValue;
#endif
                    break;
#if NET
                case SocketsHttpHandler sockets when !OperatingSystem.IsBrowser():
                    if (sockets.AutomaticDecompression == DecompressionMethods.None)
                        sockets.AutomaticDecompression = Decompression;
                    if (sockets.ConnectTimeout == Timeout.InfiniteTimeSpan)
                        sockets.ConnectTimeout = ConnectTimeout;
                    sockets.EnableMultipleHttp2Connections = true; // a connection has at most 100 requests at the same time
                    if (sockets.InitialHttp2StreamWindowSize == DefaultStreamWindow)
                        sockets.InitialHttp2StreamWindowSize = StreamWindow;
                    if (sockets.KeepAlivePingDelay == Timeout.InfiniteTimeSpan)
                        (sockets.KeepAlivePingDelay, sockets.KeepAlivePingTimeout, sockets.KeepAlivePingPolicy) = (PingInterval, PingInterval, HttpKeepAlivePingPolicy.WithActiveRequests);
                    break;
#else
                default: // SocketsHttpHandler is not part of netstandard2.0, but can exist at run time
                    Replace(handler, "AutomaticDecompression", DecompressionMethods.None, Decompression);
                    Replace(handler, "ConnectTimeout", Timeout.InfiniteTimeSpan, ConnectTimeout);
                    Replace(handler, "EnableMultipleHttp2Connections", false, true);
                    Replace(handler, "InitialHttp2StreamWindowSize", DefaultStreamWindow, StreamWindow);
                    if (Replace(handler, "KeepAlivePingDelay", Timeout.InfiniteTimeSpan, PingInterval))
                    {
                        Replace(handler, "KeepAlivePingTimeout", TimeSpan.FromSeconds(20), PingInterval);
                        if (handler.GetType().GetProperty("KeepAlivePingPolicy") is { } policy)
                            policy.SetValue(handler, Enum.Parse(policy.PropertyType, "WithActiveRequests"));
                    }

                    break;
#endif
            }
        }
        catch (Exception e) when (e is InvalidOperationException or NotImplementedException or System.Reflection.TargetInvocationException)
        {
            // A handler that is already in use keeps the settings of its owner, and those of Mono do not have all of them.
        }

        return handler;
    }

#if !NET
    private static bool Replace<T>(HttpMessageHandler handler, string name, T previous, T value)
    {
        if (handler.GetType().GetProperty(name) is not { } property || !Equals(property.GetValue(handler), previous))
            return false;
        property.SetValue(handler, value);
        return true;
    }
#endif

    /// <summary>Disables redirects of the primary handler of a pipeline, and the proxy of the system for requests to this machine.</summary>
    /// <exception cref="InvalidOperationException">The handler follows redirects and is already in use, or it is not known whether it follows them.</exception>
    public static void Secure(HttpMessageHandler? handler)
    {
        LoopbackProxy.Set(handler);
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;

        try
        {
            if (handler is null || TryDisableRedirects(handler))
                return;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or System.Reflection.TargetInvocationException)
        {
            throw new InvalidOperationException(
                $"The primary handler {handler!.GetType().Name} follows redirects, which could send the credential to another host, and it is already in use. " +
                "Set AllowAutoRedirect = false where the handler is created.", e);
        }

        throw new InvalidOperationException(
            $"The primary handler {handler.GetType().Name} may follow redirects, which could send the credential to another host. The request was not sent. Use a " +
            "SocketsHttpHandler or an HttpClientHandler. If the handler never follows redirects, declare it in its class: public bool AllowAutoRedirect => false;");
    }

    private static bool TryDisableRedirects(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case HttpClientHandler client:
                if (client.SupportsRedirectConfiguration && client.AllowAutoRedirect)
                    client.AllowAutoRedirect = false;
                return true;
#if NET
            case SocketsHttpHandler sockets when !OperatingSystem.IsBrowser():
                if (sockets.AllowAutoRedirect)
                    sockets.AllowAutoRedirect = false;
                return true;
#endif
        }

        if (RedirectSwitch(handler) is not { } property)
            return IsTestDouble(handler.GetType());

        if (property.GetValue(handler) is true)
            property.SetValue(handler, false);
        return true;
    }

    /// <summary>The property with which handlers of other types are configured, such as WinHttpHandler and those of Android and iOS.</summary>
#if NET
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A handler whose property was trimmed is rejected.")]
#endif
    private static System.Reflection.PropertyInfo? RedirectSwitch(HttpMessageHandler handler)
    {
        var type = handler.GetType();
        var property = type.GetProperty(nameof(HttpClientHandler.AllowAutoRedirect)) ?? type.GetProperty("AutomaticRedirection");
        return property is { CanRead: true } && property.PropertyType == typeof(bool) ? property : null;
    }

    /// <summary>Whether the handler sends no requests: those of RichardSzalay.MockHttp, of the test server of ASP.NET Core, and of mocking libraries.</summary>
    private static bool IsTestDouble(Type type) => type.FullName is "RichardSzalay.MockHttp.MockHttpMessageHandler" or "Microsoft.AspNetCore.TestHost.ClientHandler" || type.Namespace == "Castle.Proxies";
}

/// <summary>Detects a browser, where code cannot keep a secret or set a User-Agent.</summary>
internal static class Platform
{
#if NET
    public static bool IsBrowser => OperatingSystem.IsBrowser();
#else
    private static readonly System.Runtime.InteropServices.OSPlatform Browser = System.Runtime.InteropServices.OSPlatform.Create("BROWSER");

    public static bool IsBrowser => System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(Browser);
#endif

    public static void RejectInBrowser(string what)
    {
        if (IsBrowser)
            throw new PlatformNotSupportedException($"{what} does not work in a browser: everyone who loads the page could read the token. Use an API key that is restricted to your origins.");
    }
}
