using MapTiler.Geocoding;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>The address of <see cref="GeocodingClient.SearchAsync"/>.</summary>
    /// <inheritdoc cref="GeocodingClient.SearchAsync" path="/param[@name='query' or @name='options']"/>
    /// <inheritdoc cref="GeocodingClient.SearchAsync" path="/exception[@cref='T:System.ArgumentException']"/>
    public Uri GeocodingSearch(string query, GeocodingSearchOptions? options = null)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength]);
        GeocodingQuery.Search(query).WriteTo(ref url, nameof(query));
        url.Literal(".json");
        GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    /// <summary>The address of <see cref="GeocodingClient.ReverseAsync"/>.</summary>
    /// <inheritdoc cref="GeocodingClient.ReverseAsync" path="/param[@name='place' or @name='options']"/>
    /// <inheritdoc cref="GeocodingClient.ReverseAsync" path="/exception[@cref='T:System.ArgumentException']"/>
    public Uri GeocodingReverse(LngLat place, GeocodingReverseOptions? options = null)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength]);
        GeocodingQuery.Reverse(place).WriteTo(ref url, nameof(place));
        url.Literal(".json");
        GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    /// <summary>The address of <see cref="GeocodingClient.GetByIdAsync"/>.</summary>
    /// <inheritdoc cref="GeocodingClient.GetByIdAsync" path="/param[@name='id' or @name='options']"/>
    /// <inheritdoc cref="GeocodingClient.GetByIdAsync" path="/exception[@cref='T:System.ArgumentException']"/>
    public Uri GeocodingById(string id, GeocodingByIdOptions? options = null)
    {
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength]);
        GeocodingQuery.ById(id).WriteTo(ref url, nameof(id));
        url.Literal(".json");
        GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    /// <summary>The address of one request of <see cref="GeocodingClient.BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingBatchOptions?, CancellationToken)"/>.</summary>
    /// <param name="queries">1 to 50 queries; a <c>;</c> within one is escaped, so that it does not split it.</param>
    /// <param name="options">Options that count for every query.</param>
    /// <exception cref="ArgumentException">There are no queries or more than 50, or one of them is empty or ambiguous.</exception>
    public Uri GeocodingBatch(IReadOnlyList<GeocodingQuery> queries, GeocodingSearchOptions? options = null)
    {
        CheckBatch(queries, Endpoints.GeocodingBatch, nameof(queries));
        var url = WriteGeocoding(stackalloc char[UrlWriter.InitialLength]);
        for (var i = 0; i < queries.Count; i++)
        {
            if (i > 0)
                url.Literal(';');
            queries[i].WriteTo(ref url, nameof(queries));
        }

        url.Literal(".json");
        GeocodingParameters.Write(ref url, options);
        return Finish(ref url);
    }

    private UrlWriter WriteGeocoding(Span<char> buffer)
    {
        var url = Write(buffer);
        url.Literal("/geocoding/");
        return url;
    }
}
