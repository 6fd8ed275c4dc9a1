using System.Text.RegularExpressions;

namespace MapTiler.Tests.Conventions;

public partial class SourceTreeTests
{
    /// <summary>In the order in which they may use each other: a folder uses what stands before it.</summary>
    private static readonly string[] Layers =
        ["Geo", "GeoJson", "", "Authentication", "Urls", "Diagnostics", "Http", "Tiles", "Maps", "StaticMaps", "Fonts", "Images", "Ogc", "Data", "Geocoding", "Geolocation", "Elevation", "Coordinates", "Weather", "Service",
            "KeyCheck.cs", "DependencyInjection"];

    /// <summary>The files at the root of the project that belong to the layer of a folder.</summary>
    private static readonly Dictionary<string, string> RootFiles = new()
    {
        ["BoundingBox.cs"] = "Geo",
        ["Guard.cs"] = "Geo",
        ["LngLat.cs"] = "Geo",
        ["MapView.cs"] = "Geo",
        ["ProjectedPoint.cs"] = "Geo",
        ["TileCoordinate.cs"] = "Geo",
        ["TileRange.cs"] = "Geo",
        ["MapTilerContent.cs"] = "Http",
        ["MapTilerResilienceOptions.cs"] = "Http",
    };

    /// <summary>Where a member has the name of a type of a later folder, and is meant.</summary>
    private static readonly (string File, string Name)[] Members =
    [
        ("Geo/WebMercator.cs", "Log"),
        ("MapTilerException.cs", "Endpoint"),
        ("MapTilerException.cs", "RetryAfter"),
        ("MapTilerOptions.cs", "ApiKey"),
        ("MapTilerOptions.cs", "ServiceToken"),
        ("MapTilerAuthentication.cs", "ApiKey"),
        ("Authentication/ApiKeyProvider.cs", "ApiKey"),
        ("Http/Account.cs", "ApiKey"),
        ("Authentication/CredentialContext.cs", "Account"),
        ("Authentication/MapTilerOptionsValidator.cs", "ApiKey"),
        ("Ogc/MapTilerUrlBuilder.Ogc.cs", "Tileset"),
        ("Tiles/MapTilerUrlBuilder.Tiles.cs", "Tileset"),
        ("Urls/Endpoints.cs", "GeocodingBatch"),
        ("Urls/Endpoints.cs", "ApiKey"),
        ("Urls/Endpoints.cs", "ImageJson"),
        ("Urls/Endpoints.cs", "OgcLink"),
        ("Urls/Endpoints.cs", "TileJson"),
        ("Urls/Endpoints.cs", "Tileset"),
    ];

    /// <summary>The attribute of every type with a JSON converter refers to this file, which refers to all of these types.</summary>
    private const string JsonConverters = "MapTilerJsonConverter.cs";

    public static TheoryData<string> Files => [.. SourceTree.Files];

    [Fact]
    public void The_sources_are_there() => Assert.True(SourceTree.Files.Count > 60, SourceTree.Root);

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_named_after_a_type_that_it_declares(string file) => Assert.Contains(NameOf(file), TypesOf(file));

    [Theory, MemberData(nameof(Files))]
    public void A_file_uses_only_what_stands_before_its_folder(string file)
    {
        var homes = SourceTree.Files.Where(f => Path.GetFileName(f).Split('.').Length == 2 && f != JsonConverters).SelectMany(TypesOf, (f, type) => (f, type)).DistinctBy(pair => pair.type).ToDictionary(pair => pair.type, pair => LayerOf(pair.f));
        var layer = LayerOf(file);

        var later = SourceTree.IdentifiersOf(file)
            .Where(name => homes.TryGetValue(name, out var home) && home > layer && !Members.Contains((file, name)))
            .Select(name => $"{name} of {Layers[homes[name]]}");

        Assert.Empty(later);
    }

    [Fact]
    public void The_scan_sees_code_and_not_comments()
    {
        Assert.Contains("RequestSender", SourceTree.IdentifiersOf("Geocoding/GeocodingClient.cs"));
        Assert.Contains("FixedPoint", SourceTree.IdentifiersOf("MapView.cs"));
        Assert.Contains("HttpClient", File.ReadAllText(Path.Combine(SourceTree.Root, "Authentication/ServiceToken.cs")), StringComparison.Ordinal);
        Assert.DoesNotContain("HttpClient", SourceTree.IdentifiersOf("Authentication/ServiceToken.cs"));
    }

    [Fact]
    public void Each_exception_is_still_one() =>
        Assert.All(Members, member => Assert.Contains(member.Name, SourceTree.IdentifiersOf(member.File)));

    [Theory, MemberData(nameof(Files))]
    public void A_namespace_is_of_MapTiler_or_of_dependency_injection(string file)
    {
        var name = Assert.Single(Namespace.Matches(SourceTree.CodeOf(file))).Groups[1].Value;

        Assert.True(name == "MapTiler" || name.StartsWith("MapTiler.", StringComparison.Ordinal) || name == "Microsoft.Extensions.DependencyInjection", name);
    }

    private static IEnumerable<string> TypesOf(string file) => Declaration.Matches(SourceTree.CodeOf(file)).Select(match => match.Groups[1].Value);

    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static int LayerOf(string file)
    {
        if (file is JsonConverters or "MapTilerClient.cs" or "MapTilerServiceClient.cs")
            return Layers.Length - 1; // dependency injection and the composite clients create each other
        var layer = Array.IndexOf(Layers, file);
        if (layer < 0)
            layer = Array.IndexOf(Layers, file.Contains('/') ? file.Split('/')[0] : RootFiles.GetValueOrDefault(file, ""));
        return layer >= 0 ? layer : throw new InvalidOperationException($"The folder of {file} has no place among the layers.");
    }

    [GeneratedRegex(@"^(?:public |internal |static |sealed |abstract |partial |readonly |ref |file )*(?:class|record struct|record class|record|struct|interface|enum|delegate [\w?<>]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace { get; }
}
