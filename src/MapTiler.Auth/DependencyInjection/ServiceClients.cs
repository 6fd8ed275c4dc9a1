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

namespace MapTiler.DependencyInjection;

/// <summary>Registers the client of each service and the composite clients. A client that the application already registered is kept.</summary>
internal static class ServiceClients
{
    public static void Add(IServiceCollection services, string account)
    {
        AddPublic<MapsClient>(services, account, sender => new MapsClient(sender));
        AddPublic<StaticMapsClient>(services, account, sender => new StaticMapsClient(sender));
        AddPublic<TilesClient>(services, account, sender => new TilesClient(sender));
        AddPublic<FontsClient>(services, account, sender => new FontsClient(sender));
        AddPublic<ImagesClient>(services, account, sender => new ImagesClient(sender));
        AddPublic<OgcClient>(services, account, sender => new OgcClient(sender));
        AddPublic<DataClient>(services, account, sender => new DataClient(sender));
        AddPublic<GeocodingClient>(services, account, sender => new GeocodingClient(sender));
        AddPublic<GeolocationClient>(services, account, sender => new GeolocationClient(sender));
        AddPublic<ElevationClient>(services, account, sender => new ElevationClient(sender));
        AddPublic<CoordinatesClient>(services, account, sender => new CoordinatesClient(sender));
        AddPublic<WeatherClient>(services, account, sender => new WeatherClient(sender));
        Add(services, account, provider => new MapTilerClient(provider, account));

        Add<ApiKeysClient>(services, account, provider => new ApiKeysClient(ServiceSender(provider, account), Time(provider)));
        Add<AnalyticsClient>(services, account, provider => new AnalyticsClient(ServiceSender(provider, account)));
        Add<TilesetsClient>(services, account, provider => new TilesetsClient(ServiceSender(provider, account)));
        Add<DatasetsClient>(services, account, provider => new DatasetsClient(ServiceSender(provider, account), UploadClients(provider, account), Time(provider)));
        Add(services, account, provider => new MapTilerServiceClient(provider, account));
    }

    private static RequestSender ServiceSender(IServiceProvider services, string account) => services.GetRequiredKeyedService<RequestSender>(ClientNames.ServiceApi(account));

    private static TimeProvider Time(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    private static Func<HttpClient> UploadClients(IServiceProvider services, string account)
    {
        var factory = services.GetRequiredService<IHttpClientFactory>();
        return () => factory.CreateClient(ClientNames.Upload(account));
    }

    private static void AddPublic<TClient>(IServiceCollection services, string account, Func<RequestSender, TClient> create)
        where TClient : class =>
        Add(services, account, provider => create(provider.GetRequiredKeyedService<RequestSender>(ClientNames.PublicApi(account))));

    private static void Add<TClient>(IServiceCollection services, string account, Func<IServiceProvider, TClient> create)
        where TClient : class
    {
        services.TryAddKeyedSingleton(account, (provider, _) => create(provider));
        if (account.Length == 0)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<TClient>(account));
    }
}
