using System.Runtime.CompilerServices;
using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <inheritdoc cref="IDataClient"/>
internal sealed class DataClient(RequestSender sender) : IDataClient
{
    public Task<GeoJsonFeatureCollection> GetAsync(string dataId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.DataFeatures, urls => urls.DataFeatures(dataId), DataJson.Read, cancellationToken);

    public IAsyncEnumerable<GeoJsonFeature> StreamFeaturesAsync(string dataId, CancellationToken cancellationToken = default)
    {
        sender.Urls.DataFeatures(dataId); // refuses a bad id now and not at the first feature
        return StreamAsync(dataId, cancellationToken);
    }

    private async IAsyncEnumerable<GeoJsonFeature> StreamAsync(string dataId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var content = await sender.OpenRequiredAsync(Endpoints.DataFeatures, urls => urls.DataFeatures(dataId), cancellationToken).ConfigureAwait(false);
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
