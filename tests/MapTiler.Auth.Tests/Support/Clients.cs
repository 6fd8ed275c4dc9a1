using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

/// <summary>Services with the SDK registered, and clients of them.</summary>
internal static class Clients
{
    public static ServiceProvider Services(Uri baseAddress, Action<MapTilerBuilder>? configure = null, Action<MapTilerOptions>? options = null, Action<IServiceCollection>? before = null)
    {
        var services = new ServiceCollection();
        before?.Invoke(services);
        var builder = services.AddMapTiler(o =>
        {
            o.ApiKey = Secrets.Key;
            o.BaseAddress = baseAddress;
            options?.Invoke(o);
        });
        builder.ConfigureResilience(r => r.RetryDelay = TimeSpan.Zero);
        configure?.Invoke(builder);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>Services that send requests to a handler instead of the network.</summary>
    public static ServiceProvider Services(HttpMessageHandler transport, Action<MapTilerBuilder>? configure = null, Action<MapTilerOptions>? options = null, Action<IServiceCollection>? before = null) =>
        Services(new Uri("https://api.maptiler.com/"), builder =>
        {
            builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
            builder.ServiceHttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
            builder.UploadHttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
            configure?.Invoke(builder);
        }, options, before);

    public static GeocodingClient Geocoding(this IServiceProvider services) => services.GetRequiredService<GeocodingClient>();

    public static MapTilerServiceClient Service(this IServiceProvider services) => services.GetRequiredService<MapTilerServiceClient>();

    public static HttpClient Http(this IServiceProvider services, string name = "MapTiler") => services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
