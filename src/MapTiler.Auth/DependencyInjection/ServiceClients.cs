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
        AddPublic<IMapsClient>(services, name, sender => new MapsClient(sender));
        AddPublic<IStaticMapsClient>(services, name, sender => new StaticMapsClient(sender));
        AddPublic<ITilesClient>(services, name, sender => new TilesClient(sender));
        AddPublic<IFontsClient>(services, name, sender => new FontsClient(sender));
        AddPublic<IImagesClient>(services, name, sender => new ImagesClient(sender));
        AddPublic<IOgcClient>(services, name, sender => new OgcClient(sender));
        AddPublic<IDataClient>(services, name, sender => new DataClient(sender));
        AddPublic<IGeocodingClient>(services, name, sender => new GeocodingClient(sender));
        AddPublic<IGeolocationClient>(services, name, sender => new GeolocationClient(sender));
        AddPublic<IElevationClient>(services, name, sender => new ElevationClient(sender));
        AddPublic<ICoordinatesClient>(services, name, sender => new CoordinatesClient(sender));
        AddPublic<IWeatherClient>(services, name, sender => new WeatherClient(sender));
        Add(services, name, provider => Create(provider, name, owned: null));

        Add<IApiKeysClient>(services, name, provider => new ApiKeysClient(ServiceSender(provider, name)));
        Add<IAnalyticsClient>(services, name, provider => new AnalyticsClient(ServiceSender(provider, name)));
        Add<ITilesetsClient>(services, name, provider => new TilesetsClient(ServiceSender(provider, name)));
        Add<IDatasetsClient>(services, name, provider => new DatasetsClient(ServiceSender(provider, name), UploadClients(provider, name), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        Add(services, name, provider => CreateService(provider, name, owned: null));
    }

    public static MapTilerClient Create(IServiceProvider services, string name, IDisposable? owned)
    {
        T Get<T>()
            where T : notnull => name.Length == 0 ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(name);

        return new MapTilerClient(services.GetRequiredKeyedService<RequestSender>(ClientNames.PublicApi(name)), owned)
        {
            Maps = Get<IMapsClient>(),
            StaticMaps = Get<IStaticMapsClient>(),
            Tiles = Get<ITilesClient>(),
            Fonts = Get<IFontsClient>(),
            Images = Get<IImagesClient>(),
            Ogc = Get<IOgcClient>(),
            Data = Get<IDataClient>(),
            Geocoding = Get<IGeocodingClient>(),
            Geolocation = Get<IGeolocationClient>(),
            Elevation = Get<IElevationClient>(),
            Coordinates = Get<ICoordinatesClient>(),
            Weather = Get<IWeatherClient>(),
        };
    }

    public static MapTilerServiceClient CreateService(IServiceProvider services, string name, IDisposable? owned) => new(owned)
    {
        ApiKeys = services.GetRequiredKeyedService<IApiKeysClient>(name),
        Analytics = services.GetRequiredKeyedService<IAnalyticsClient>(name),
        Tilesets = services.GetRequiredKeyedService<ITilesetsClient>(name),
        Datasets = services.GetRequiredKeyedService<IDatasetsClient>(name),
    };

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
