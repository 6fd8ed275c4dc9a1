using MapTiler.GeoJson;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Features of GeoJSON to and from those of NetTopologySuite.</summary>
public static class GeoJsonFeatureExtensions
{
    /// <summary>The feature with its properties as attributes: texts, booleans, <see cref="long"/>, <see cref="double"/>, arrays, nested tables.</summary>
    /// <remarks>
    /// The id is a <see cref="string"/> or a <see cref="long"/> (a text where no long holds the number), which
    /// <see cref="FeatureExtensions.GetOptionalId"/> returns. Foreign members are left out, and a box that crosses the antimeridian,
    /// since no <see cref="Envelope"/> does.
    /// </remarks>
    /// <param name="feature">The feature.</param>
    /// <param name="factory">What creates the geometry and gives it its SRID; by default the services of NetTopologySuite with SRID 4326.</param>
    /// <exception cref="ArgumentException">NetTopologySuite refuses it: a line of one position, a ring that is too short, holes without an outer ring.</exception>
    public static IFeature ToFeature(this GeoJsonFeature feature, GeometryFactory? factory = null)
    {
        if (feature is null)
            throw new ArgumentNullException(nameof(feature));

        IFeature result = feature.Id is { } id ? new IdentifiedFeature(Attributes.OfId(id)) : new Feature();
        result.Geometry = feature.Geometry?.ToGeometry(factory);
        result.Attributes = Attributes.ToTable(feature.Properties);
        result.BoundingBox = ToEnvelope(feature.BoundingBox);
        return result;
    }

    /// <summary>The features of the collection, each as by <see cref="ToFeature"/>.</summary>
    /// <param name="collection">The features.</param>
    /// <param name="factory">What creates the geometries and gives them their SRID; by default the services of NetTopologySuite with SRID 4326.</param>
    /// <exception cref="ArgumentException">NetTopologySuite refuses it: a line of one position, a ring that is too short, holes without an outer ring.</exception>
    public static FeatureCollection ToFeatureCollection(this GeoJsonFeatureCollection collection, GeometryFactory? factory = null)
    {
        if (collection is null)
            throw new ArgumentNullException(nameof(collection));

        factory = Factories.OrDefault(factory);
        return new FeatureCollection(collection.Features.Select(feature => feature.ToFeature(factory))) { BoundingBox = ToEnvelope(collection.BoundingBox) };
    }

    /// <summary>The feature with its attributes as properties. The id is that of <see cref="IUnique"/>; an attribute called <c>id</c> stays a property.</summary>
    /// <remarks>An envelope beyond the poles, as of a projected system, is left out.</remarks>
    /// <exception cref="ArgumentException">A coordinate or an attribute is not finite, or of a type for which there is no GeoJSON.</exception>
    public static GeoJsonFeature ToGeoJson(this IFeature feature)
    {
        if (feature is null)
            throw new ArgumentNullException(nameof(feature));

        return new GeoJsonFeature
        {
            Id = feature is IUnique { Id: { } id } ? Attributes.ToId(id) : default(GeoJsonId?),
            Geometry = feature.Geometry?.ToGeoJson(),
            BoundingBox = ToBox(feature.BoundingBox),
            Properties = Attributes.ToProperties(feature.Attributes),
        };
    }

    /// <summary>The features as a collection, each as by <see cref="ToGeoJson(IFeature)"/>; with the box of a <see cref="FeatureCollection"/>.</summary>
    /// <exception cref="ArgumentException">A coordinate or an attribute is not finite, or of a type for which there is no GeoJSON.</exception>
    public static GeoJsonFeatureCollection ToGeoJson(this IEnumerable<IFeature> features)
    {
        if (features is null)
            throw new ArgumentNullException(nameof(features));

        return new GeoJsonFeatureCollection
        {
            Features = [.. features.Select(ToGeoJson)],
            BoundingBox = ToBox((features as FeatureCollection)?.BoundingBox),
        };
    }

    private static Envelope? ToEnvelope(BoundingBox? box) => box is { CrossesAntimeridian: false } whole ? whole.ToEnvelope() : null;

    private static BoundingBox? ToBox(Envelope? envelope) =>
        envelope is { IsNull: false, MinY: >= -90, MaxY: <= 90 } ? envelope.ToBoundingBox() : null;
}
