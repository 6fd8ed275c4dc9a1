using System.Runtime.CompilerServices;
using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>Data sets of your own as GeoJSON. See <see href="https://docs.maptiler.com/cloud/api/data/">the Data API</see>. Safe for concurrent use.</summary>
public class DataClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected DataClient() => _sender = null!;

    internal DataClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets a small data set as a whole, up to 64 MiB.</summary>
    /// <param name="dataId">The UUID of the data set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its features; a data set of a single feature or geometry is a collection of one.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty or a dot segment.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<GeoJsonFeatureCollection> GetAsync(string dataId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.DataFeatures, urls => urls.DataFeatures(dataId), DataJson.Read), cancellationToken);

    /// <summary>Gets the features of a data set of any size one by one, as they arrive and in constant memory.</summary>
    /// <param name="dataId">The UUID of the data set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The features in their order. If the connection breaks or the answer is malformed, what was read before is returned first.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty or a dot segment.</exception>
    /// <exception cref="MapTilerException">The call failed, or its answer broke.</exception>
    public virtual IAsyncEnumerable<GeoJsonFeature> StreamFeaturesAsync(string dataId, CancellationToken cancellationToken = default)
    {
        _sender.Urls.DataFeatures(dataId); // refuses a bad id now and not at the first feature
        return StreamAsync(dataId, cancellationToken);
    }

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
                $"The answer to {Endpoints.DataFeatures.Template} is not the GeoJSON that MapTiler documents, or it was cut ({content.ContentType}). What was read before has been handed out. {e.Message}",
                innerException: e)
            { Endpoint = Endpoints.DataFeatures.Template };
        }
    }
}
