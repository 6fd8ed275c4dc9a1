using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>One page of the results of a <see href="https://docs.maptiler.com/cloud/api/coordinates/">coordinate search</see>.</summary>
public sealed class CoordinateSearchResult
{
    /// <summary>The results of this page; an empty list if nothing was found.</summary>
    [JsonPropertyName("results"), JsonRequired]
    public IReadOnlyList<CoordinateSearchItem> Results { get => field ?? []; set; }

    /// <summary>The number of results on all pages; <see langword="null"/> if the response does not contain it.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; set; }
}

/// <summary>A coordinate reference system or another object of the EPSG dataset.</summary>
public sealed class CoordinateSearchItem
{
    /// <summary>The authority and code of the object.</summary>
    [JsonPropertyName("id")]
    public CoordinateId? Id { get; set; }

    /// <summary>The kind of the object.</summary>
    [JsonPropertyName("kind")]
    public CoordinateKind Kind { get; set; }

    /// <summary>The name of the object.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether the object is deprecated in the EPSG dataset.</summary>
    [JsonPropertyName("deprecated")]
    public bool IsDeprecated { get; set; }

    /// <summary>The accuracy of the object in meters; <see langword="null"/> if it is not known.</summary>
    [JsonPropertyName("accuracy")]
    public double? Accuracy { get; set; }

    /// <summary>The area of use in words.</summary>
    [JsonPropertyName("area")]
    public string? Area { get; set; }

    /// <summary>The area of use as a bounding box in degrees.</summary>
    [JsonPropertyName("bbox")]
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The unit of the coordinates.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; set; }

    /// <summary>The transformation to WGS84 that the service applies if none is specified.</summary>
    [JsonPropertyName("default_transformation")]
    public CoordinateId? DefaultTransformation { get; set; }

    /// <summary>The definitions of the system; <see langword="null"/> unless <see cref="CoordinateSearchOptions.Exports"/> requested them.</summary>
    [JsonPropertyName("exports")]
    public CoordinateExports? Exports { get; set; }

    /// <summary>The transformations of the system: only their codes, unless <see cref="CoordinateSearchOptions.DescribeTransformations"/> requested more.</summary>
    [JsonPropertyName("transformations")]
    public IReadOnlyList<CoordinateTransformation> Transformations { get => field ?? []; set; }

    /// <summary>The members of the response that have no property here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Returns the id and the name.</summary>
    public override string ToString() => $"{Id} {Name}".Trim();
}

/// <summary>An authority and a code, such as EPSG:4326.</summary>
public sealed class CoordinateId
{
    /// <summary>The authority, such as <c>EPSG</c>.</summary>
    [JsonPropertyName("authority")]
    public string? Authority { get; set; }

    /// <summary>The code of the object within the authority, such as 4326.</summary>
    [JsonPropertyName("code"), JsonRequired]
    public int Code { get; set; }

    /// <summary>Returns authority and code, such as <c>EPSG:4326</c>.</summary>
    public override string ToString() => $"{Authority}:{FixedPoint.ToText(Code)}";
}

/// <summary>The definitions of a coordinate reference system.</summary>
public sealed class CoordinateExports
{
    /// <summary>The definition as a PROJ string.</summary>
    [JsonPropertyName("proj4")]
    public string? Proj4 { get; set; }

    /// <summary>The definition as well-known text (WKT).</summary>
    [JsonPropertyName("wkt")]
    public string? Wkt { get; set; }
}
