using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>A transformation between coordinate reference systems. Unless descriptions were requested, only <see cref="Id"/> is set.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class CoordinateTransformation
{
    /// <summary>The authority and code of the transformation.</summary>
    public CoordinateId? Id { get; set; }

    /// <summary>The name of the transformation.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the transformation can be applied in the reverse direction.</summary>
    public bool? IsReversible { get; set; }

    /// <summary>Whether the service can apply the transformation.</summary>
    public bool? IsUsable { get; set; }

    /// <summary>Whether the transformation is deprecated in the EPSG dataset.</summary>
    public bool? IsDeprecated { get; set; }

    /// <summary>The paths of the grid files that the transformation requires.</summary>
    public IReadOnlyList<string> Grids { get => field ?? []; set; }

    /// <summary>The accuracy in meters; <see langword="null"/> if it is not known.</summary>
    public double? Accuracy { get; set; }

    /// <summary>The area of use in words.</summary>
    public string? Area { get; set; }

    /// <summary>The area of use as a bounding box in degrees.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The target coordinate reference system.</summary>
    public CoordinateId? TargetCrs { get; set; }

    /// <summary>The unit of the transformed coordinates.</summary>
    public string? Unit { get; set; }

    /// <summary>The complete description; <see cref="JsonValueKind.Undefined"/> if the response contains only the code.</summary>
    public JsonElement Json { get; set; }

    /// <summary>Returns the id and the name.</summary>
    public override string ToString() => $"{Id} {Name}".Trim();
}
