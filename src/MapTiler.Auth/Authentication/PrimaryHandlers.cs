using System.Net;

namespace MapTiler;

/// <summary>
/// The handler at the wire must not follow redirects: it would send on without a key, or carry an echoed key to another host.
/// </summary>
internal static class PrimaryHandlers
{
#if NET
    private const DecompressionMethods Decompression = DecompressionMethods.All;
#else
    private const DecompressionMethods Decompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
#endif

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>A handler for use without a factory.</summary>
    public static HttpMessageHandler Create()
    {
#if NET
        if (!OperatingSystem.IsBrowser())
        {
            return new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = Decompression,
                PooledConnectionLifetime = ConnectionLifetime,
            };
        }
#endif
        return Tune(new HttpClientHandler());
    }

    /// <summary>Sets what our clients need on a handler that a factory made and nobody set otherwise.</summary>
    public static HttpMessageHandler Tune(HttpMessageHandler handler)
    {
        DisableRedirects(handler);
        try
        {
            switch (handler)
            {
                case HttpClientHandler { SupportsAutomaticDecompression: true, AutomaticDecompression: DecompressionMethods.None } client:
                    client.AutomaticDecompression = Decompression;
                    break;
#if NET
                case SocketsHttpHandler { AutomaticDecompression: DecompressionMethods.None } sockets when !OperatingSystem.IsBrowser():
                    sockets.AutomaticDecompression = Decompression;
                    break;
#else
                case not HttpClientHandler when handler.GetType().GetProperty("AutomaticDecompression") is { } property && property.GetValue(handler) is DecompressionMethods.None:
                    property.SetValue(handler, Decompression);
                    break;
#endif
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.Reflection.TargetInvocationException)
        {
            // One that is in use already keeps what its owner chose.
        }

        return handler;
    }

    /// <summary>Switches redirects off at the end of a chain of handlers.</summary>
    /// <exception cref="InvalidOperationException">The handler follows redirects and has been used already.</exception>
    public static void DisableRedirects(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;

        try
        {
            switch (handler)
            {
                case HttpClientHandler { SupportsRedirectConfiguration: true, AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
#if NET
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets when !OperatingSystem.IsBrowser():
                    sockets.AllowAutoRedirect = false;
                    break;
#else
                // A netstandard2.0 library cannot name SocketsHttpHandler, but it runs where there is one.
                case not null when handler.GetType().GetProperty("AllowAutoRedirect") is { } property && property.GetValue(handler) is true:
                    property.SetValue(handler, false);
                    break;
#endif
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.Reflection.TargetInvocationException)
        {
            throw new InvalidOperationException(
                $"The primary handler {handler!.GetType().Name} follows redirects, which could carry the credential to another host, and it is in use already. " +
                "Set AllowAutoRedirect = false where it is created.", e);
        }
    }
}
