using MapTiler.GeoJson;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Extension methods that convert GeoJSON features to and from features of NetTopologySuite.</summary>
public static class GeoJsonFeatureExtensions
{
    /// <summary>
    /// Converts a GeoJSON feature. The values of its attributes are of type <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>,
    /// <c>object?[]</c> or <see cref="AttributesTable"/>, or <see langword="null"/>.
    /// </summary>
    /// <remarks>
    /// The id is of type <see cref="string"/> or <see cref="long"/> (a string if the number is out of the range of a <see cref="long"/>).
    /// <see cref="FeatureExtensions.GetOptionalId"/> returns it. Foreign members are dropped. A bounding box that crosses the antimeridian is dropped, because
    /// <see cref="Envelope"/> does not support it.
    /// </remarks>
    /// <param name="feature">The GeoJSON feature.</param>
    /// <param name="factory">The factory that creates the geometry and sets its SRID. If it is <see langword="null"/>, the factory of <c>NtsGeometryServices.Instance</c> with SRID 4326 is used.</param>
    /// <returns>The feature of NetTopologySuite.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="feature"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// NetTopologySuite rejects the geometry: a line has one position only, a ring has too few positions, or a polygon has holes but no exterior ring.
    /// </exception>
    public static IFeature ToFeature(this GeoJsonFeature feature, GeometryFactory? factory = null)
    {
        if (feature is null)
            throw new ArgumentNullException(nameof(feature));

        IFeature result = feature.Id is { } id ? new IdentifiedFeature(Attributes.FromId(id)) : new Feature();
        result.Geometry = feature.Geometry?.ToGeometry(factory);
        result.Attributes = Attributes.ToTable(feature.Properties);
        result.BoundingBox = ToEnvelope(feature.BoundingBox);
        return result;
    }

    /// <summary>Converts a GeoJSON feature collection. Each feature is converted as by <see cref="ToFeature"/>.</summary>
    /// <param name="collection">The GeoJSON feature collection.</param>
    /// <param name="factory">The factory that creates the geometries and sets their SRID. If it is <see langword="null"/>, the factory of <c>NtsGeometryServices.Instance</c> with SRID 4326 is used.</param>
    /// <returns>The feature collection of NetTopologySuite.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collection"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// NetTopologySuite rejects a geometry: a line has one position only, a ring has too few positions, or a polygon has holes but no exterior ring.
    /// </exception>
    public static FeatureCollection ToFeatureCollection(this GeoJsonFeatureCollection collection, GeometryFactory? factory = null)
    {
        if (collection is null)
            throw new ArgumentNullException(nameof(collection));

        factory = GeometryFactories.OrDefault(factory);
        return new FeatureCollection(collection.Features.Select(feature => feature.ToFeature(factory))) { BoundingBox = ToEnvelope(collection.BoundingBox) };
    }

    /// <summary>
    /// Converts a feature to GeoJSON. The attributes become properties. The id is that of <see cref="IUnique"/>; an attribute with the name <c>id</c> remains a
    /// property.
    /// </summary>
    /// <remarks>An envelope whose Y is not between -90 and 90, as in a projected coordinate system, is dropped.</remarks>
    /// <param name="feature">The feature. The X of its geometry is the longitude and the Y is the latitude, in degrees (WGS84).</param>
    /// <returns>The GeoJSON feature.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="feature"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A coordinate or the value of an attribute is not finite, or its type has no representation in GeoJSON.</exception>
    public static GeoJsonFeature ToGeoJson(this IFeature feature)
    {
        if (feature is null)
            throw new ArgumentNullException(nameof(feature));

        return new GeoJsonFeature
        {
            Id = feature is IUnique { Id: { } id } ? Attributes.ToId(id) : default(GeoJsonId?),
            Geometry = feature.Geometry?.ToGeoJson(),
            BoundingBox = ToBoundingBox(feature.BoundingBox),
            Properties = Attributes.ToProperties(feature.Attributes),
        };
    }

    /// <summary>
    /// Converts features to a GeoJSON feature collection. Each feature is converted as by <see cref="ToGeoJson(IFeature)"/>. The bounding box of a
    /// <see cref="FeatureCollection"/> is preserved.
    /// </summary>
    /// <param name="features">The features.</param>
    /// <returns>The GeoJSON feature collection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A coordinate or the value of an attribute is not finite, or its type has no representation in GeoJSON.</exception>
    public static GeoJsonFeatureCollection ToGeoJson(this IEnumerable<IFeature> features)
    {
        if (features is null)
            throw new ArgumentNullException(nameof(features));

        return new GeoJsonFeatureCollection
        {
            Features = [.. features.Select(ToGeoJson)],
            BoundingBox = ToBoundingBox((features as FeatureCollection)?.BoundingBox),
        };
    }

    private static Envelope? ToEnvelope(BoundingBox? boundingBox) => boundingBox is { CrossesAntimeridian: false } value ? value.ToEnvelope() : null;

    private static BoundingBox? ToBoundingBox(Envelope? envelope) =>
        envelope is { IsNull: false, MinY: >= -90, MaxY: <= 90 } ? envelope.ToBoundingBox() : null;
}

/// <summary>A feature with an id. <see cref="Feature"/> has no id and is sealed.</summary>
internal sealed class IdentifiedFeature(object id) : IFeature, IUnique
{
    public object Id { get; } = id;

    public Geometry? Geometry { get; set; }

    public Envelope? BoundingBox { get; set; }

    public IAttributesTable? Attributes { get; set; }
}
