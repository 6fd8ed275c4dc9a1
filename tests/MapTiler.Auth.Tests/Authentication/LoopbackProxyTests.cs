using System.Net;
using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

/// <summary>A request over http to this machine does not go through a proxy, which could read its credential.</summary>
public sealed class LoopbackProxyTests
{
    public static TheoryData<string> Loopback => ["http://127.0.0.1:5080/", "http://localhost:5080/x", "http://[::1]:5080/", "https://localhost/"];

    [Theory, MemberData(nameof(Loopback))]
    public void Proxy_of_the_system_is_not_used_for_this_machine(string uri)
    {
        using var handler = new HttpClientHandler();

        LoopbackProxy.Set(handler);

        Assert.True(handler.Proxy!.IsBypassed(new Uri(uri)));
        Assert.Null(handler.Proxy.GetProxy(new Uri(uri)));
    }

    [Fact]
    public void Proxy_of_the_system_is_used_for_other_hosts_only()
    {
        var (other, loopback) = (new Uri("https://api.maptiler.com/"), new Uri("http://127.0.0.1:5080/"));
        var (ofClients, ofRequests) = (HttpClient.DefaultProxy, WebRequest.DefaultWebProxy);
        var proxy = new WebProxy("http://proxy.example:8080", BypassOnLocal: true); // other tests send to this machine in the meantime
        using var handler = new SocketsHttpHandler();
        try
        {
            (HttpClient.DefaultProxy, WebRequest.DefaultWebProxy) = (proxy, proxy);

            PrimaryHandlers.Secure(new UserAgentHandler("a/1") { InnerHandler = handler });

            Assert.Equal((proxy.Address, false), (handler.Proxy!.GetProxy(other), handler.Proxy.IsBypassed(other)));
            Assert.Equal((null, true), (handler.Proxy.GetProxy(loopback), handler.Proxy.IsBypassed(loopback)));
        }
        finally
        {
            (HttpClient.DefaultProxy, WebRequest.DefaultWebProxy) = (ofClients, ofRequests);
        }
    }

    [Fact]
    public void Proxy_that_the_application_set_is_kept()
    {
        var proxy = new WebProxy("http://proxy.example:8080");
        using var handler = new SocketsHttpHandler { Proxy = proxy };
        using var without = new SocketsHttpHandler { UseProxy = false };

        LoopbackProxy.Set(handler);
        LoopbackProxy.Set(without);

        Assert.Same(proxy, handler.Proxy);
        Assert.Null(without.Proxy);
    }
}
