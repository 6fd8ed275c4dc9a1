using System.Runtime.CompilerServices;
using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>Reads GeoJSON feature by feature while it arrives, in constant memory.</summary>
internal static class FeatureStream
{
    /// <summary>
    /// The features of the top-level object, wherever they stand in it; a single feature or a geometry is a collection of one.
    /// What was complete before a cut or a fault is returned first.
    /// </summary>
    /// <exception cref="JsonException">The text is malformed, cut, or no GeoJSON.</exception>
    /// <exception cref="InvalidDataException">A feature is longer than 64 MiB.</exception>
    public static IAsyncEnumerable<GeoJsonFeature> ReadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        ReadAsync(stream, JsonBuffer.MaxLength, cancellationToken);

    internal static async IAsyncEnumerable<GeoJsonFeature> ReadAsync(
        Stream stream, int maxFeatureLength, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var buffer = new JsonBuffer(maxFeatureLength);
        await buffer.StartAsync(stream, cancellationToken).ConfigureAwait(false);
        var scanner = new FeatureScanner(buffer);
        while (true)
        {
            while (scanner.Read() is { } feature)
            {
                yield return feature;
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (buffer.IsFinal)
                yield break;
            await buffer.FillAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }
}
