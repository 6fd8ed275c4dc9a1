using MapTiler.Coordinates;
using MapTiler.Data;
using MapTiler.Elevation;
using MapTiler.Fonts;
using MapTiler.Geocoding;
using MapTiler.Geolocation;
using MapTiler.Images;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MapTiler;

/// <summary>The client of each service, alone and as a part of <see cref="MapTilerClient"/>. What the application registered itself stays.</summary>
internal static class ServiceClients
{
    public static void Add(IServiceCollection services, string name)
    {
        AddPublic<MapsClient>(services, name, sender => new MapsClient(sender));
        AddPublic<StaticMapsClient>(services, name, sender => new StaticMapsClient(sender));
        AddPublic<TilesClient>(services, name, sender => new TilesClient(sender));
        AddPublic<FontsClient>(services, name, sender => new FontsClient(sender));
        AddPublic<ImagesClient>(services, name, sender => new ImagesClient(sender));
        AddPublic<OgcClient>(services, name, sender => new OgcClient(sender));
        AddPublic<DataClient>(services, name, sender => new DataClient(sender));
        AddPublic<GeocodingClient>(services, name, sender => new GeocodingClient(sender));
        AddPublic<GeolocationClient>(services, name, sender => new GeolocationClient(sender));
        AddPublic<ElevationClient>(services, name, sender => new ElevationClient(sender));
        AddPublic<CoordinatesClient>(services, name, sender => new CoordinatesClient(sender));
        AddPublic<WeatherClient>(services, name, sender => new WeatherClient(sender));
        Add(services, name, provider => new MapTilerClient(provider, name));

        Add<ApiKeysClient>(services, name, provider => new ApiKeysClient(ServiceSender(provider, name)));
        Add<AnalyticsClient>(services, name, provider => new AnalyticsClient(ServiceSender(provider, name)));
        Add<TilesetsClient>(services, name, provider => new TilesetsClient(ServiceSender(provider, name)));
        Add<DatasetsClient>(services, name, provider => new DatasetsClient(ServiceSender(provider, name), UploadClients(provider, name), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        Add(services, name, provider => new MapTilerServiceClient(provider, name));
    }

    private static RequestSender ServiceSender(IServiceProvider services, string name) => services.GetRequiredKeyedService<RequestSender>(ClientNames.ServiceApi(name));

    private static Func<HttpClient> UploadClients(IServiceProvider services, string name)
    {
        var factory = services.GetRequiredService<IHttpClientFactory>();
        return () => factory.CreateClient(ClientNames.Upload(name));
    }

    private static void AddPublic<TClient>(IServiceCollection services, string name, Func<RequestSender, TClient> create)
        where TClient : class =>
        Add(services, name, provider => create(provider.GetRequiredKeyedService<RequestSender>(ClientNames.PublicApi(name))));

    private static void Add<TClient>(IServiceCollection services, string name, Func<IServiceProvider, TClient> create)
        where TClient : class
    {
        services.TryAddKeyedSingleton(name, (provider, _) => create(provider));
        if (name.Length == 0)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<TClient>(name));
    }
}
