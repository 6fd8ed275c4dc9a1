using System.Text;
using MapTiler.Emulator.Authentication;
using MapTiler.Emulator.Coordinates;
using MapTiler.Emulator.Datasets;
using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Elevation;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Fonts;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Geolocation;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Images;
using MapTiler.Emulator.Maps;
using MapTiler.Emulator.Metrics;
using MapTiler.Emulator.Ogc;
using MapTiler.Emulator.Sprites;
using MapTiler.Emulator.StaticMaps;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.Weather;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator.Hosting;

/// <summary>Replaces api.maptiler.com.</summary>
internal sealed class ApiHandler(KeyAuthenticator authenticator, QuotaRules quota, ApiEndpoint[] endpoints) : RequestHandler
{
    private const int MaxTargetLength = 8192;
    private const string NotOnFreePlan = "Access to rendered maps not allowed";

    private static readonly Response NotFound = Response.PlainText(404, "Not found");
    private static readonly Response TooLong = Response.PlainText(414, "URI too long, the maximum is 8192 bytes");
    private static readonly Response WrongMethod = Response.PlainText(405, "Method not allowed");

    public override AuthorizationResult Authorize(IncomingRequest request)
    {
        if (request.Target.Raw.Length > MaxTargetLength)
            return new(null, TooLong);
        var endpoint = Find(request);
        var methods = endpoint?.Methods ?? ApiEndpoint.ReadMethods;
        if (HttpMethods.IsOptions(request.Method))
            return new(null, Preflight(methods));
        if (!methods.Split(", ").Contains(request.Method))
            return new(null, WrongMethod with { Allow = methods });
        if (endpoint is { NeedsKey: false })
            return AuthorizationResult.Anonymous;
        var authorization = authenticator.Authorize(request);
        var path = request.Target.Path;
        return authorization switch
        {
            { Rejection: null, Key.Plan: EmulatedPlan.Free } when endpoint?.NeedsPaidPlan(path) == true =>
                authorization with { Rejection = RejectionImage.For(path, NotOnFreePlan) with { IsForFreePlan = true } },
            { Rejection: { Status: 403 } rejection } when endpoint?.RejectsWithImage == true =>
                authorization with { Rejection = RejectionImage.For(path, Encoding.UTF8.GetString(rejection.Body.Span)) },
            _ => authorization,
        };
    }

    public override ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken) => new(Respond(request));

    public Response Respond(IncomingRequest request)
    {
        try
        {
            return Revalidation.Apply(Compression.Apply(Find(request)?.Respond(request) ?? NotFound, request), request);
        }
        catch (InvalidParameterException error)
        {
            return Response.PlainText(400, error.Message);
        }
    }

    public override Response? Charge(AuthorizationResult authorization, int cost) =>
        authorization.Key is { } key && !quota.TryCharge(key, cost) ? quota.Reject() : null;

    private static Response Preflight(string methods) => new() { Status = 204, Allow = methods, CrossOrigin = new(methods, Headers: "*") };

    private ApiEndpoint? Find(IncomingRequest request) => Array.Find(endpoints, e => e.Matches(request.Target.Path));
}

/// <summary>The endpoints of api.maptiler.com. The first one that matches a path responds.</summary>
internal static class ApiEndpoints
{
    public static ApiEndpoint[] Of(Catalogs catalogs, TimeProvider time)
    {
        var (gazetteer, maps, tilesets) = (catalogs.Gazetteer, catalogs.Maps, catalogs.Tilesets);
        var painter = new MapPainter(gazetteer);
        return
        [
            new GeocodingEndpoint(catalogs.Places),
            new GeolocationEndpoint(gazetteer),
            new StyleEndpoint(maps),
            new MapViewerEndpoint(maps),
            new RasterTileEndpoint(maps, painter),
            new StaticMapEndpoint(maps, painter),
            new SpriteEndpoint("maps", maps),
            new SpriteEndpoint("sprites", maps),
            new TileEndpoint(tilesets),
            new TilesetViewerEndpoint(tilesets),
            .. Descriptions(maps),
            .. Descriptions(tilesets),
            new ConformanceEndpoint(),
            new GlyphEndpoint(),
            new ImageEndpoint(catalogs.Images),
            new ImageTileEndpoint(catalogs.Images),
            new FeaturesEndpoint(catalogs.Datasets),
            new ElevationEndpoint(),
            new CoordinateSearchEndpoint(EpsgRegistry.Shared),
            new CoordinateTransformEndpoint(EpsgRegistry.Shared),
            new WeatherEndpoint(time),
            new MetricsEndpoint(),
        ];
    }

    private static ApiEndpoint[] Descriptions(TilesetSource source) =>
    [
        new TileJsonEndpoint(source),
        new WmtsEndpoint(source),
        new OgcTilesEndpoint(source),
        new OgcTilesetEndpoint(source),
        new OgcTileMatrixSetEndpoint(source),
    ];
}

/// <summary>The data that the public API returns.</summary>
internal sealed class Catalogs(Gazetteer gazetteer, TimeProvider time)
{
    public Gazetteer Gazetteer { get; } = gazetteer;

    public PlaceCatalog Places { get; } = new(gazetteer);

    public MapCatalog Maps { get; } = new();

    public TilesetCatalog Tilesets { get; } = new(gazetteer, time);

    public ImageCatalog Images { get; } = new();

    public DatasetCatalog Datasets { get; } = new();
}
