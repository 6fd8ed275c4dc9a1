using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>How MapTiler is asked.</summary>
internal static class SearchOptions
{
    /// <exception cref="UsageException">MapTiler takes no such options.</exception>
    public static GeocodingSearchOptions Of(Arguments arguments)
    {
        var options = new GeocodingSearchOptions
        {
            Countries = arguments.Countries,
            Languages = arguments.Languages is [] ? null : arguments.Languages,
            Limit = 1,
            Autocomplete = false, // an address in a file is complete
        };
        try
        {
            new MapTilerUrlBuilder().GeocodingSearch("any", options); // checks them, before a file is written
            return options;
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message, e);
        }
    }
}
