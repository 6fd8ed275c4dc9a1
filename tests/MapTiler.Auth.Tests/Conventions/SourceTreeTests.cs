using System.Text.RegularExpressions;

namespace MapTiler.Tests.Conventions;

public partial class SourceTreeTests
{
    /// <summary>The folders in the order of their dependencies: a folder uses only itself and the folders before it.</summary>
    private static readonly string[] Layers =
        ["Geo", "", "Authentication", "Json", "GeoJson", "Urls", "Diagnostics", "Http", "Batches", "Tiles", "Maps", "StaticMaps", "Fonts", "Images", "Ogc", "Data", "Geocoding", "Geolocation", "Elevation", "Coordinates", "Weather", "Service",
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
        ["MapTilerBuilder.cs"] = "DependencyInjection",
        ["MapTilerUrlBuilder.cs"] = "Urls",
        ["TileUrlTemplate.cs"] = "Urls",
        ["MapTilerContent.cs"] = "Http",
        ["MapTilerResilienceOptions.cs"] = "Http",
    };

    /// <summary>Files that use a member with the name of a type of a later folder.</summary>
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

    /// <summary>The layer of each type.</summary>
    private static readonly Lazy<Dictionary<string, int>> Homes = new(() => SourceTree.Files
        .Where(file => Path.GetFileName(file).Split('.').Length == 2 && file != JsonConverters)
        .SelectMany(TypesOf, (file, type) => (file, type))
        .DistinctBy(pair => pair.type)
        .ToDictionary(pair => pair.type, pair => LayerOf(pair.file)));

    public static TheoryData<string> Files => [.. SourceTree.Files];

    [Theory, MemberData(nameof(Files))]
    public void File_name_is_a_type_of_the_file_or_the_plural_of_what_several_of_them_are(string file)
    {
        var name = NameOf(file);
        if (name is "Usings" or "NetStandard")
            return;

        var types = TypesOf(file).ToList();
        Assert.True(types.Contains(name) || (name.EndsWith("JsonConverters", StringComparison.Ordinal) && types.Count(type => type.EndsWith("JsonConverter", StringComparison.Ordinal)) > 1), string.Join(", ", types));
    }

    [Theory, MemberData(nameof(Files))]
    public void File_uses_only_types_of_its_folder_and_of_the_folders_before(string file)
    {
        var homes = Homes.Value;
        var layer = LayerOf(file);

        var later = SourceTree.IdentifiersOf(file)
            .Where(name => homes.TryGetValue(name, out var home) && home > layer && !Members.Contains((file, name)))
            .Select(name => $"{name} of {Layers[homes[name]]}");

        Assert.Empty(later);
    }

    [Fact]
    public void IdentifiersOf_a_file_contains_code_without_comments()
    {
        Assert.Contains("RequestSender", SourceTree.IdentifiersOf("Geocoding/GeocodingClient.cs"));
        Assert.Contains("FixedPoint", SourceTree.IdentifiersOf("MapView.cs"));
        Assert.Contains("HttpClient", File.ReadAllText(Path.Combine(SourceTree.Root, "Authentication/ServiceToken.cs")), StringComparison.Ordinal);
        Assert.DoesNotContain("HttpClient", SourceTree.IdentifiersOf("Authentication/ServiceToken.cs"));
    }

    [Fact]
    public void Member_that_is_excepted_is_used_in_its_file() =>
        Assert.All(Members, member => Assert.Contains(member.Name, SourceTree.IdentifiersOf(member.File)));

    [Theory, MemberData(nameof(Files))]
    public void Namespace_is_the_folder(string file)
    {
        if (NameOf(file) is "Usings" or "NetStandard")
            return;

        var expected = Path.GetFileName(file) switch
        {
            "MapTilerBuilderExtensions.cs" or "MapTilerServiceCollectionExtensions.cs" => "Microsoft.Extensions.DependencyInjection",
            var name when name.StartsWith("MapTilerUrlBuilder.", StringComparison.Ordinal) => "MapTiler",
            _ => string.Join('.', ["MapTiler", .. file.Split('/').SkipLast(1)]),
        };

        Assert.Equal(expected, Assert.Single(Namespace.Matches(SourceTree.CodeOf(file))).Groups[1].Value);
    }

    private static IEnumerable<string> TypesOf(string file) => Declaration.Matches(SourceTree.CodeOf(file)).Select(match => match.Groups[1].Value);

    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static int LayerOf(string file)
    {
        if (file is JsonConverters or "MapTilerClient.cs" or "MapTilerServiceClient.cs")
            return Layers.Length - 1; // dependency injection and the composite clients create each other
        var layer = Array.IndexOf(Layers, file);
        if (layer < 0)
        {
            var folder = file.Contains('/') ? file.Split('/')[0] : RootFiles.GetValueOrDefault(file, "");
            layer = Array.IndexOf(Layers, folder == "Errors" ? "Http" : folder); // an error quotes a response, and a request creates errors
        }

        return layer >= 0 ? layer : throw new InvalidOperationException($"The folder of {file} is missing in the layers.");
    }

    [GeneratedRegex(@"^(?:public |internal |static |sealed |abstract |partial |readonly |ref |file )*(?:class|record struct|record class|record|struct|interface|enum|delegate [\w?<>]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace { get; }
}
