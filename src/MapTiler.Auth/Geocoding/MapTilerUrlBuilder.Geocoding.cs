using MapTiler.Geocoding;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>Builds the URL of <see cref="GeocodingClient.SearchAsync"/>.</summary>
    /// <inheritdoc cref="GeocodingClient.SearchAsync" path="/param[@name='query' or @name='options']"/>
    /// <inheritdoc cref="GeocodingClient.SearchAsync" path="/exception[@cref='T:System.ArgumentException']"/>
    public Uri GeocodingSearch(string query, GeocodingSearchOptions? options = null)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength], GeocodingQuery.Search(query), nameof(query));
        if (options is not null)
            GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    /// <summary>Builds the URL of <see cref="GeocodingClient.ReverseAsync"/>.</summary>
    /// <inheritdoc cref="GeocodingClient.ReverseAsync" path="/param[@name='location' or @name='options']"/>
    /// <inheritdoc cref="GeocodingClient.ReverseAsync" path="/exception[@cref='T:System.ArgumentException']"/>
    public Uri GeocodingReverse(LngLat location, GeocodingReverseOptions? options = null)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength], GeocodingQuery.Reverse(location), nameof(location));
        if (options is not null)
            GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    /// <summary>Builds the URL of <see cref="GeocodingClient.GetByIdAsync"/>.</summary>
    /// <inheritdoc cref="GeocodingClient.GetByIdAsync" path="/param[@name='id' or @name='options']"/>
    /// <inheritdoc cref="GeocodingClient.GetByIdAsync" path="/exception[@cref='T:System.ArgumentException']"/>
    public Uri GeocodingById(string id, GeocodingByIdOptions? options = null)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength], GeocodingQuery.ById(id), nameof(id));
        if (options is not null)
            GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    /// <summary>Builds the URL of one request of a geocoding batch.</summary>
    /// <param name="queries">1 to 50 queries. A <c>;</c> in a query is escaped, so that it does not separate two queries.</param>
    /// <param name="options">The options of every query.</param>
    /// <exception cref="ArgumentException">There are no queries or more than 50, a query is empty or invalid, or an option is out of range or does not apply to a query.</exception>
    public Uri GeocodingBatch(IReadOnlyList<GeocodingQuery> queries, GeocodingSearchOptions? options = null)
    {
        var url = WriteBatch(stackalloc char[UrlWriter.InitialLength], Endpoints.GeocodingBatch, queries, static (ref url, query) => query.WriteTo(ref url, nameof(queries)), nameof(queries));
        foreach (var query in options is null ? [] : queries)
            GeocodingParameters.CheckApplies(query, options!);
        WriteGeocodingBatchSuffix(ref url, options);
        return Finish(ref url);
    }

    internal static void WriteGeocodingBatchSuffix(ref UrlWriter url, GeocodingSearchOptions? options)
    {
        url.Literal(".json");
        if (options is not null)
            GeocodingParameters.Write(ref url, options);
    }

    internal Uri Geocoding(GeocodingQuery query)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength], query, nameof(query));
        return Finish(ref url);
    }

    private UrlWriter WriteGeocoding(Span<char> buffer, GeocodingQuery query, string parameter)
    {
        var url = Write(buffer);
        url.Literal("/geocoding/");
        query.WriteTo(ref url, parameter);
        url.Literal(".json");
        return url;
    }
}
