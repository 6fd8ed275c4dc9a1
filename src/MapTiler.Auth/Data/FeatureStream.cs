using System.Runtime.CompilerServices;
using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>Reads the features of GeoJSON one by one while it is received, in constant memory.</summary>
internal static class FeatureStream
{
    /// <summary>
    /// Returns the features of the top-level object, whatever the order of its members. A single feature or geometry is returned as one feature.
    /// The features that are complete before the JSON ends or is malformed are returned first.
    /// </summary>
    /// <exception cref="JsonException">The JSON is malformed or truncated, or is not GeoJSON.</exception>
    /// <exception cref="InvalidDataException">A feature is longer than 64 MiB.</exception>
    public static IAsyncEnumerable<GeoJsonFeature> ReadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        ReadAsync(stream, BoundedBuffer.MaxLength, cancellationToken);

    internal static async IAsyncEnumerable<GeoJsonFeature> ReadAsync(
        Stream stream, int maxFeatureLength, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var buffer = new BoundedBuffer(maxFeatureLength);
        while (!buffer.IsFinal && buffer.Unread.Length < BoundedBuffer.MarkLength)
            await FillAsync(buffer, stream, maxFeatureLength, cancellationToken).ConfigureAwait(false);
        buffer.SkipMark();
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
            await FillAsync(buffer, stream, maxFeatureLength, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask FillAsync(BoundedBuffer buffer, Stream stream, int maxLength, CancellationToken cancellationToken)
    {
        if (!await buffer.TryFillAsync(stream, cancellationToken).ConfigureAwait(false))
            throw new InvalidDataException($"A feature or another JSON value is longer than {maxLength / 1024 / 1024} MiB.");
    }
}
