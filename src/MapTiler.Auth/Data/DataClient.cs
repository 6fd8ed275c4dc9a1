using System.Runtime.CompilerServices;
using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/data/">Data API</see>, which provides your own datasets as GeoJSON. All members are safe for
/// concurrent use.
/// </summary>
public class DataClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected DataClient() => _sender = null!;

    internal DataClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets all features of a dataset at once. The dataset can have up to 64 MiB; use <see cref="StreamFeaturesAsync(string, CancellationToken)"/> for a larger one.</summary>
    /// <param name="dataId">The id of the dataset, a UUID.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The features. A dataset that is a single feature or geometry is returned as a collection of one feature.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<GeoJsonFeatureCollection> GetAsync(string dataId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.DataFeatures, urls => urls.DataFeatures(dataId), GeoJsonFeatureCollectionJsonConverter.ReadCollection), cancellationToken);

    /// <summary>Gets all features of a dataset at once. The dataset can have up to 64 MiB; use <see cref="StreamFeaturesAsync(Guid, CancellationToken)"/> for a larger one.</summary>
    /// <param name="dataId">The UUID of the dataset.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The features. A dataset that is a single feature or geometry is returned as a collection of one feature.</returns>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<GeoJsonFeatureCollection> GetAsync(Guid dataId, CancellationToken cancellationToken = default) => GetAsync(Guard.Id(dataId, nameof(dataId)), cancellationToken);

    /// <summary>Gets the features of a dataset of any size one by one while the response is received, in constant memory. It is not retried after the headers of the response.</summary>
    /// <param name="dataId">The id of the dataset, a UUID.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The features in the order of the dataset. If the response is truncated or malformed, the features before the error are returned first.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed, or the response is truncated or malformed. It is thrown while the features are enumerated.</exception>
    public virtual IAsyncEnumerable<GeoJsonFeature> StreamFeaturesAsync(string dataId, CancellationToken cancellationToken = default)
    {
        _sender.Urls.DataFeatures(dataId); // throws for an invalid id before the enumeration
        return StreamAsync(dataId, cancellationToken);
    }

    /// <summary>Gets the features of a dataset of any size one by one while the response is received, in constant memory.</summary>
    /// <param name="dataId">The UUID of the dataset.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The features in the order of the dataset. If the response is truncated or malformed, the features before the error are returned first.</returns>
    /// <exception cref="MapTilerException">The request failed, or the response is truncated or malformed. It is thrown while the features are enumerated.</exception>
    public virtual IAsyncEnumerable<GeoJsonFeature> StreamFeaturesAsync(Guid dataId, CancellationToken cancellationToken = default) =>
        StreamFeaturesAsync(Guard.Id(dataId, nameof(dataId)), cancellationToken);

    private async IAsyncEnumerable<GeoJsonFeature> StreamAsync(string dataId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var content = await _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.DataFeatures, urls => urls.DataFeatures(dataId)),
            cancellationToken).ConfigureAwait(false);
        var features = FeatureStream.ReadAsync(content.Stream, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (features.ConfigureAwait(false))
        {
            while (await MoveNextAsync(features, content).ConfigureAwait(false))
                yield return features.Current;
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<GeoJsonFeature> features, MapTilerContent content)
    {
        try
        {
            return await features.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                $"The response to {Endpoints.DataFeatures.Template} cannot be read as GeoJSON ({content.ContentType}): {e.Message} It may be truncated, or the dataset is not GeoJSON. The features before the error were returned; check the dataset or retry.",
                innerException: e)
            { Endpoint = Endpoints.DataFeatures.Template };
        }
    }
}
