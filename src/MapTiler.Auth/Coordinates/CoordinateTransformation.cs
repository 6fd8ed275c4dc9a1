using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>A transformation between coordinate systems. Without a description only <see cref="Id"/> is known.</summary>
[JsonConverter(typeof(CoordinateTransformationJsonConverter))]
public sealed record CoordinateTransformation
{
    /// <summary>Its authority and code.</summary>
    public CoordinateId? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it may be applied backwards.</summary>
    public bool? IsReversible { get; init; }

    /// <summary>Whether the service can apply it.</summary>
    public bool? IsUsable { get; init; }

    /// <summary>Whether it should not be used any more.</summary>
    public bool? IsDeprecated { get; init; }

    /// <summary>The paths of the grids that it needs.</summary>
    public IReadOnlyList<string> Grids { get => field ?? []; init; }

    /// <summary>How exact it is in metres.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Where it is meant to be used, in words.</summary>
    public string? Area { get; init; }

    /// <summary>Where it is meant to be used, in degrees.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>The system to which it leads.</summary>
    public CoordinateId? TargetCrs { get; init; }

    /// <summary>The unit of its coordinates.</summary>
    public string? Unit { get; init; }

    /// <summary>The whole description; undefined where there is only a code.</summary>
    public JsonElement Json { get; init; }
}
