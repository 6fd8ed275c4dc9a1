using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>A transformation between coordinate systems. Without a description only <see cref="Id"/> is known.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class CoordinateTransformation
{
    /// <summary>Its authority and code.</summary>
    public CoordinateId? Id { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it may be applied backwards.</summary>
    public bool? IsReversible { get; set; }

    /// <summary>Whether the service can apply it.</summary>
    public bool? IsUsable { get; set; }

    /// <summary>Whether it should not be used any more.</summary>
    public bool? IsDeprecated { get; set; }

    /// <summary>The paths of the grids that it needs.</summary>
    public IReadOnlyList<string> Grids { get => field ?? []; set; }

    /// <summary>How exact it is in metres.</summary>
    public double? Accuracy { get; set; }

    /// <summary>Where it is meant to be used, in words.</summary>
    public string? Area { get; set; }

    /// <summary>Where it is meant to be used, in degrees.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The system to which it leads.</summary>
    public CoordinateId? TargetCrs { get; set; }

    /// <summary>The unit of its coordinates.</summary>
    public string? Unit { get; set; }

    /// <summary>The whole description; undefined where there is only a code.</summary>
    public JsonElement Json { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}".Trim();
}
