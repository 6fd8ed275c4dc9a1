using System.Reflection;
using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Conventions;

/// <summary>
/// An invalid argument of a client method throws at the call, before a task or an enumeration is returned. Its parameter name is that of the method; the
/// message for an invalid option contains the name of the property.
/// </summary>
public sealed class UsageErrorTests
{
    private static readonly Type[] ClientTypes = [.. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type => type.IsClass && type.Name.EndsWith("Client", StringComparison.Ordinal))];

    /// <summary>Parameters of which every value is valid.</summary>
    private static readonly string[] AlwaysValid = ["highDpi", "tile"];

    /// <summary>Invalid values by the name of the parameter, where its type does not tell one.</summary>
    private static readonly Dictionary<string, object> InvalidByName = new()
    {
        ["maxConcurrency"] = 0,
        ["pageSize"] = 1,
        ["limit"] = 0,
        ["tileSize"] = 300,
        ["start"] = 1,
        ["spacing"] = 0.0,
        ["gracePeriod"] = TimeSpan.FromTicks(-1),
        ["timeout"] = TimeSpan.FromTicks(-1),
        ["extension"] = ".png",
    };

    private static readonly Dictionary<Type, object> InvalidByType = new()
    {
        [typeof(Guid)] = Guid.Empty,
        [typeof(LngLat)] = new LngLat(181, 0),
        [typeof(ProjectedPoint)] = new ProjectedPoint(1e300, 0),
        [typeof(AnalyticsPeriod)] = (AnalyticsPeriod)9,
        [typeof(AnalyticsClassifier)] = (AnalyticsClassifier)9,
        [typeof(AnalyticsGroup)] = default(AnalyticsGroup),
        [typeof(StyleSprite)] = new StyleSprite { Url = "https://maps.example/sprite" },
        [typeof(StaticMapArea)] = StaticMapArea.Around(new MapView(new LngLat(181, 0), 1)),
    };

    private static readonly Dictionary<Type, object[]> InvalidOptions = new()
    {
        [typeof(GeocodingSearchOptions)] =
        [
            new GeocodingSearchOptions { Limit = 11 },
            new GeocodingSearchOptions { Languages = ["de", "de"] },
            new GeocodingSearchOptions { Worldview = "" },
            new GeocodingSearchOptions { Types = [""] },
            new GeocodingSearchOptions { ExcludeTypes = true },
            new GeocodingSearchOptions { BoundingBox = new BoundingBox(170, 0, -170, 1) },
            new GeocodingSearchOptions { Proximity = new LngLat(181, 0) },
            new GeocodingSearchOptions { Countries = ["che"] },
        ],
        [typeof(GeocodingReverseOptions)] =
        [
            new GeocodingReverseOptions { Limit = 2 },
            new GeocodingReverseOptions { Languages = [""] },
            new GeocodingReverseOptions { Worldview = "" },
            new GeocodingReverseOptions { Types = [""] },
            new GeocodingReverseOptions { ExcludeTypes = true },
        ],
        [typeof(GeocodingByIdOptions)] = [new GeocodingByIdOptions { Languages = [""] }, new GeocodingByIdOptions { Worldview = "" }],
        [typeof(CoordinateSearchOptions)] =
        [
            new CoordinateSearchOptions { Limit = 0 },
            new CoordinateSearchOptions { Offset = -1 },
            new CoordinateSearchOptions { Code = 0 },
            new CoordinateSearchOptions { Transformation = 0 },
            new CoordinateSearchOptions { Deprecated = (DeprecatedFilter)9 },
        ],
        [typeof(CoordinateTransformOptions)] =
        [
            new CoordinateTransformOptions { SourceCrs = -1 },
            new CoordinateTransformOptions { TargetCrs = 0 },
            new CoordinateTransformOptions { Operations = [0] },
        ],
        [typeof(ElevationOptions)] = [new ElevationOptions { Unit = (ElevationUnit)9 }],
        [typeof(TerrainOptions)] = [new TerrainOptions { Zoom = 31 }, new TerrainOptions { Unit = (ElevationUnit)9 }, new TerrainOptions { TilesetId = "%2E." }],
        [typeof(RasterTileOptions)] = [new RasterTileOptions { TileSize = 300 }, new RasterTileOptions { Format = (ImageFormat)9 }],
        [typeof(StaticMapOptions)] =
        [
            new StaticMapOptions { Width = 0 },
            new StaticMapOptions { Height = 2049 },
            new StaticMapOptions { Padding = 0.1 },
            new StaticMapOptions { Format = (ImageFormat)9 },
            new StaticMapOptions { AttributionPosition = (AttributionPosition)9 },
        ],
        [typeof(TileDownloadOptions)] = [new TileDownloadOptions { MaxConcurrency = 0 }],
        [typeof(TilesetMetadata)] = [new TilesetMetadata { Description = "d" }, new TilesetMetadata { Title = "t" }],
        [typeof(DatasetUploadOptions)] =
        [
            new DatasetUploadOptions { MaxConcurrency = 0 },
            new DatasetUploadOptions { MaxRetryAttempts = -1 },
            new DatasetUploadOptions { PartTimeout = TimeSpan.Zero },
            new DatasetUploadOptions { ProcessingTimeout = TimeSpan.FromTicks(-1) },
            new DatasetUploadOptions { DocumentId = Guid.Empty },
            new DatasetUploadOptions { Output = "" },
            new DatasetUploadOptions { CheckpointPath = "" },
        ],
    };

    public static TheoryData<Type, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<Type, string, string, string>();
            foreach (var (client, method, parameter, invalid) in All())
                cases.Add(client, method.ToString()!, parameter.Name!, invalid.Name);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Invalid_argument_throws_at_the_call_with_the_name_of_the_parameter(Type client, string signature, string parameterName, string invalidName)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.ServiceToken = TestToken.Text);
        var (_, method, parameter, invalid) = All().Single(row => row.Client == client && row.Method.ToString() == signature && row.Parameter.Name == parameterName && row.Invalid.Name == invalidName);
        var arguments = method.GetParameters().Select(p => p.Position == parameter.Position ? invalid.Value : Arguments.For(p, TestContext.Current.CancellationToken)).ToArray();

        var error = Assert.ThrowsAny<ArgumentException>(() =>
        {
            method.Invoke(services.GetRequiredService(client), BindingFlags.DoNotWrapExceptions, null, arguments, null);
        });

        Assert.Equal(parameterName, error.ParamName);
        if (invalid.Value is null)
            Assert.IsType<ArgumentNullException>(error);
        else if (parameterName is "options" or "download")
            Assert.StartsWith(invalidName + " ", error.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public void Each_parameter_of_each_method_has_an_invalid_value() =>
        Assert.Empty(Parameters()
            .Where(row => !AlwaysValid.Contains(row.Parameter.Name) && !InvalidValues(row.Parameter).Any() && !IsAnyLocation(row.Parameter) && !HasOnlySwitches(row.Parameter.ParameterType))
            .Select(row => $"{row.Client.Name}.{row.Method.Name}: {row.Parameter.Name}"));

    [Fact]
    public void Each_settable_option_has_an_invalid_value_or_is_a_switch() =>
        Assert.Empty(InvalidOptions.SelectMany(row => row.Key.GetProperties()
            .Where(property => property.PropertyType != typeof(bool) && property.PropertyType != typeof(bool?) && !row.Value.Any(options => Differs(property, options)))
            .Select(property => $"{row.Key.Name}.{property.Name}"))
            .Except(["CoordinateSearchOptions.Kind", "StaticMapOptions.Markers", "StaticMapOptions.Paths", "DatasetUploadOptions.Progress", "TileDownloadOptions.Progress", "TilesetMetadata.Attribution"]));

    private static IEnumerable<(Type Client, MethodInfo Method, ParameterInfo Parameter, (string Name, object? Value) Invalid)> All() =>
        Parameters().SelectMany(row => InvalidValues(row.Parameter).Select(invalid => (row.Client, row.Method, row.Parameter, invalid)));

    private static IEnumerable<(Type Client, MethodInfo Method, ParameterInfo Parameter)> Parameters() =>
        from client in ClientTypes
        from method in client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.Name.EndsWith("Async", StringComparison.Ordinal)
        from parameter in method.GetParameters()
        where parameter.ParameterType != typeof(CancellationToken)
        select (client, method, parameter);

    private static IEnumerable<(string Name, object? Value)> InvalidValues(ParameterInfo parameter)
    {
        if (InvalidByName.TryGetValue(parameter.Name!, out var value))
            yield return ("invalid", value);
        else if (InvalidByType.TryGetValue(parameter.ParameterType, out value) && !IsAnyLocation(parameter))
            yield return ("invalid", value);
        foreach (var options in InvalidOptions.GetValueOrDefault(parameter.ParameterType, []))
            yield return (options.GetType().GetProperties().First(property => Differs(property, options)).Name, options);
        if (parameter.ParameterType.IsValueType || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable)
            yield break;

        yield return ("null", null);
        if (parameter.ParameterType == typeof(string) )
            yield return ("empty", "");
        if (parameter.ParameterType == typeof(WeatherKeyframe))
            yield return ("empty", new WeatherKeyframe());
    }

    // A transformation accepts longitudes outside of the usual range.
    private static bool IsAnyLocation(ParameterInfo parameter) =>
        parameter.Member.DeclaringType == typeof(CoordinatesClient) && parameter.ParameterType == typeof(LngLat);

    private static bool HasOnlySwitches(Type options) => options.Name.EndsWith("Options", StringComparison.Ordinal) && options.GetProperties().All(property => property.PropertyType == typeof(bool));

    private static bool Differs(PropertyInfo property, object options) =>
        !Equals(property.GetValue(options), property.GetValue(Activator.CreateInstance(options.GetType())));
}
