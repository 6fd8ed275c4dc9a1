using System.CommandLine;
using MapTiler.Geocoding;
using MapTiler.Tool.Geocoding;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler geocode</c> and <c>maptiler reverse</c> find places: for one query, or for each row of a CSV file.</summary>
internal static class GeocodeCommand
{
    private static readonly Option<string[]> Languages = Arguments.List("--language", "xx,xx", "The languages of the names, such as de,en");
    private static readonly Option<string[]> Types = Arguments.List("--type", "type,type", "Only places of these types, such as address,poi");
    private static readonly Option<string[]> Countries = Arguments.List("--country", "cc,cc", "Only places in these countries, such as cz,sk");
    private static readonly Option<BoundingBox?> Bounds = Arguments.Bounds("--bbox", "Only places in this bounding box");
    private static readonly Option<LngLat?> Proximity = Arguments.Location("--proximity", "Prefer places near this location");
    private static readonly Option<int?> Limit = new("--limit") { Description = "The maximum number of places, 1 to 10 [default: 5]", HelpName = "n" };
    private static readonly Option<int?> ReverseLimit = new(Limit.Name) { Description = "The maximum number of places, 1 to 10 [default: one of each type]", HelpName = "n" };

    private static readonly string[] KnownTypes =
    [
        .. new[]
        {
            PlaceType.ContinentalMarine, PlaceType.Country, PlaceType.MajorLandform, PlaceType.Region, PlaceType.Subregion, PlaceType.County,
            PlaceType.JointMunicipality, PlaceType.JointSubmunicipality, PlaceType.Municipality, PlaceType.MunicipalDistrict, PlaceType.Locality,
            PlaceType.Neighbourhood, PlaceType.Place, PlaceType.PostalCode, PlaceType.Address, PlaceType.Road, PlaceType.Poi,
        }.Select(type => type.Value),
    ];

    // The names in the messages of the SDK, and those of the options that set them.
    private static readonly (string Setting, string Option)[] OptionsOfSettings =
    [
        (nameof(GeocodingSearchOptions.Countries), Countries.Name), (nameof(GeocodingSearchOptions.Languages), Languages.Name), (nameof(GeocodingSearchOptions.Types), Types.Name),
        (nameof(GeocodingSearchOptions.BoundingBox), Bounds.Name), (nameof(GeocodingSearchOptions.Proximity), Proximity.Name), (nameof(GeocodingSearchOptions.Limit), Limit.Name),
    ];

    public static Command CreateSearch()
    {
        var query = new Argument<string>("query") { Description = "What to search, such as an address", Arity = ArgumentArity.ZeroOrOne };
        var file = new FileCommand(["address"], "The column with the query; several, such as street,city, are joined");
        var command = new Command("geocode", "Find places by name or address: one, or each row of a CSV file") { query, Countries, Languages, Types, Bounds, Proximity, Limit };
        file.AddTo(command);
        return command.Runs(async (session, cancellationToken) =>
        {
            var text = session.Has(query) ? session.Get(query) : null;
            if (text is null != file.IsUsed(session))
                throw new UsageException("Specify a query or --file. Run with --help for the arguments.");
            if (text is not null && Arguments.IsTwoNumbers(text))
                throw new UsageException($"'{text}' is a location. Find the places there with 'maptiler reverse {text}': the longitude, and then the latitude.");
            var options = new GeocodingSearchOptions
            {
                Countries = Values(session, Countries),
                Languages = Values(session, Languages),
                Types = TypesOf(session),
                BoundingBox = session.Get(Bounds),
                Proximity = session.Get(Proximity) is { } location ? location : null,
                Limit = session.Get(Limit),
            };
            if (text is null)
                (options.Limit, options.Autocomplete) = (1, false); // the queries in a file are complete
            var url = Check(session, urls => urls.GeocodingSearch(text ?? "x", options));
            return text is null
                ? await file.RunAsync(session, options, url, isReverse: false, cancellationToken).ConfigureAwait(false)
                : Write(session, await session.Client.Geocoding.SearchAsync(text, options, cancellationToken).ConfigureAwait(false));
        });
    }

    public static Command CreateReverse()
    {
        var location = Arguments.Location();
        location.Arity = ArgumentArity.ZeroOrOne;
        var file = new FileCommand(["longitude", "latitude"], "The columns with the longitude and the latitude");
        var command = new Command("reverse", "Find the places at a location, or at those in the rows of a CSV file") { location, Languages, Types, ReverseLimit };
        file.AddTo(command);
        return command.Runs(async (session, cancellationToken) =>
        {
            var isFile = file.IsUsed(session);
            if (session.Has(location) == isFile)
                throw new UsageException("Specify a location or --file. Run with --help for the arguments.");
            var options = new GeocodingReverseOptions { Languages = Values(session, Languages), Types = TypesOf(session), Limit = isFile ? 1 : session.Get(ReverseLimit) };
            var url = Check(session, urls => urls.GeocodingReverse(isFile ? default : session.Get(location), options));
            return isFile
                ? await file.RunAsync(session, new() { Languages = options.Languages, Types = options.Types, Limit = options.Limit }, url, isReverse: true, cancellationToken).ConfigureAwait(false)
                : Write(session, await session.Client.Geocoding.ReverseAsync(session.Get(location), options, cancellationToken).ConfigureAwait(false));
        });
    }

    private static string[]? Values(Session session, Option<string[]> option) => session.Get(option) is { Length: > 0 } values ? values : null;

    private static PlaceType[]? TypesOf(Session session) => Values(session, Types)?.Select(type => KnownTypes.Contains(type)
        ? new PlaceType(type)
        : throw new UsageException($"--type '{type}' is not a type of places. The types are {string.Join(", ", KnownTypes)}.")).ToArray();

    /// <summary>Returns the URL without a credential. It checks the options before anything is read or sent.</summary>
    /// <exception cref="UsageException">The value of an option is not valid.</exception>
    private static Uri Check(Session session, Func<MapTilerUrlBuilder, Uri> build)
    {
        try
        {
            return build(new(session.Account.Options.BaseAddress));
        }
        catch (ArgumentException e) when (e.ParamName == "options")
        {
            throw new UsageException(OptionsOfSettings.Aggregate(ErrorReport.MessageOf(e), (message, pair) => message.Replace(pair.Setting, pair.Option, StringComparison.Ordinal)), e);
        }
    }

    private static int Write(Session session, GeocodingResult result)
    {
        var places = result.Features.Select(feature => new Place(feature)).ToArray();
        session.Output.Write(new(places), ToolJson.Default.PlacesResult, console =>
        {
            if (places is [])
                Output.WriteStatus("Nothing was found.");
            else
                console.WriteRows(["Place", "Type", "Location", "Relevance"], places.Select(place => (string[])[place.Name, place.Type ?? "", new LngLat(place.Longitude, place.Latitude).ToString(), $"{place.Relevance:0.##}"]));
        });
        return ExitCode.Ok;
    }
}

/// <summary>The JSON of <c>geocode</c> and <c>reverse</c>.</summary>
/// <param name="Places">The places, best match first.</param>
internal sealed record PlacesResult(IReadOnlyList<Place> Places);

/// <summary>A place that was found.</summary>
internal sealed record Place(string Id, string Name, string? Type, double Longitude, double Latitude, double Relevance)
{
    public Place(GeocodingFeature feature)
        : this(feature.Id, feature.PlaceName, feature.PlaceTypes is [var type, ..] ? type.Value : null, feature.Center.Longitude, feature.Center.Latitude, feature.Relevance)
    {
    }
}
