namespace MapTiler.ContractTests;

/// <summary>Every fact, in the order in which they are listed and tested.</summary>
internal static class AllFacts
{
    public static IReadOnlyList<Fact> List { get; } =
    [
        .. AuthenticationFacts.List,
        .. RestrictionFacts.List,
        .. ErrorFacts.List,
        .. HeaderFacts.List,
        .. MapFacts.List,
        .. StyleFacts.List,
        .. StaticMapFacts.List,
        .. TileFacts.List,
        .. PlanetFacts.List,
        .. FontAndSpriteFacts.List,
        .. OgcFacts.List,
        .. DataAndImageFacts.List,
        .. GeocodingFacts.List,
        .. GeolocationFacts.List,
        .. ElevationFacts.List,
        .. CoordinateFacts.List,
        .. WeatherFacts.List,
        .. ServiceFacts.List,
        .. UploadFacts.List,
    ];

    /// <summary>For example <c>250 facts: 150 Document, 70 Capture, 30 Guess</c>.</summary>
    public static string Count(IReadOnlyCollection<Fact> facts) =>
        $"{facts.Count} facts: {string.Join(", ", Enum.GetValues<SourceKind>().Select(kind => $"{facts.Count(f => f.Source.Kind == kind)} {kind}"))}";

    /// <summary>Prints every fact with its source.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(TextWriter output)
    {
        foreach (var fact in List)
            output.WriteLine($"{fact.Name}\n    {fact.Method} {fact.Path} ({fact.Credential}): {fact.Status} {fact.MediaType}\n    {fact.Source}");
        output.WriteLine($"\n{Count(List)}");
        return 0;
    }
}
