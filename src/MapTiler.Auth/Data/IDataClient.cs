using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>Data sets of your own as GeoJSON. See <see href="https://docs.maptiler.com/cloud/api/data/">the Data API</see>. Safe for concurrent use.</summary>
public interface IDataClient
{
    /// <summary>Gets a small data set as a whole, up to 64 MiB.</summary>
    /// <param name="dataId">The UUID of the data set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its features; a data set of a single feature or geometry is a collection of one.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty or a dot segment.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<GeoJsonFeatureCollection> GetAsync(string dataId, CancellationToken cancellationToken = default);

    /// <summary>Gets the features of a data set of any size one by one, as they arrive and in constant memory.</summary>
    /// <param name="dataId">The UUID of the data set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The features in their order. If the connection breaks or the answer is malformed, what was read before is returned first.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty or a dot segment.</exception>
    /// <exception cref="MapTilerException">The call failed, or its answer broke.</exception>
    IAsyncEnumerable<GeoJsonFeature> StreamFeaturesAsync(string dataId, CancellationToken cancellationToken = default);
}
