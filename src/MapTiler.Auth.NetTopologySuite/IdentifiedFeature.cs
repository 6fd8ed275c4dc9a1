using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>A feature with an id beside its attributes; <see cref="Feature"/> has none and is sealed.</summary>
internal sealed class IdentifiedFeature(object id) : IFeature, IUnique
{
    public object Id { get; } = id;

    public Geometry? Geometry { get; set; }

    public Envelope? BoundingBox { get; set; }

    public IAttributesTable? Attributes { get; set; }
}
