using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>Creates the options of the requests to MapTiler.</summary>
internal static class SearchOptions
{
    /// <exception cref="UsageException">The options are not valid.</exception>
    public static GeocodingSearchOptions Create(Arguments arguments)
    {
        var options = new GeocodingSearchOptions
        {
            Countries = arguments.Countries,
            Languages = arguments.Languages is [] ? null : arguments.Languages,
            Limit = 1,
            Autocomplete = false, // the queries in a file are complete
        };
        try
        {
            new MapTilerUrlBuilder().GeocodingSearch("any", options); // validates the options before a file is written
            return options;
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message, e);
        }
    }
}
