using MapTiler.Coordinates;
using MapTiler.Data;
using MapTiler.Elevation;
using MapTiler.Fonts;
using MapTiler.Geocoding;
using MapTiler.Geolocation;
using MapTiler.Images;
using MapTiler.Maps;
using MapTiler.Ogc;
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
        Add<IMapsClient>(services, name, sender => new MapsClient(sender));
        Add<IStaticMapsClient>(services, name, sender => new StaticMapsClient(sender));
        Add<ITilesClient>(services, name, sender => new TilesClient(sender));
        Add<IFontsClient>(services, name, sender => new FontsClient(sender));
        Add<IImagesClient>(services, name, sender => new ImagesClient(sender));
        Add<IOgcClient>(services, name, sender => new OgcClient(sender));
        Add<IDataClient>(services, name, sender => new DataClient(sender));
        Add<IGeocodingClient>(services, name, sender => new GeocodingClient(sender));
        Add<IGeolocationClient>(services, name, sender => new GeolocationClient(sender));
        Add<IElevationClient>(services, name, sender => new ElevationClient(sender));
        Add<ICoordinatesClient>(services, name, sender => new CoordinatesClient(sender));
        Add<IWeatherClient>(services, name, sender => new WeatherClient(sender));
        services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name, owned: null));
        if (name.Length == 0)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<MapTilerClient>(name));
    }

    public static MapTilerClient Create(IServiceProvider services, string name, IDisposable? owned)
    {
        T Get<T>()
            where T : notnull => services.GetRequiredKeyedService<T>(name);

        return new MapTilerClient(Get<RequestSender>(), owned)
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

    private static void Add<TClient>(IServiceCollection services, string name, Func<RequestSender, TClient> create)
        where TClient : class
    {
        services.TryAddKeyedSingleton(name, (provider, _) => create(provider.GetRequiredKeyedService<RequestSender>(name)));
        if (name.Length == 0)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<TClient>(name));
    }
}
