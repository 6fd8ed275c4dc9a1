using System.Globalization;
using System.Text.Json.Serialization;

namespace MapTiler.Emulator;

/// <summary>A coordinate system or an operation with an EPSG code.</summary>
internal sealed record EpsgItem
{
    public required int Code { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Area { get; init; }

    /// <summary>West, south, east, north.</summary>
    public double[]? Bbox { get; init; }

    public string? Unit { get; init; }

    /// <summary>Of an operation, in meters.</summary>
    public double? Accuracy { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>Codes of operations to WGS 84, the most accurate one first, of those alike the one with the largest area.</summary>
    public int[] Transformations
    {
        get => field ?? [];
        init;
    }

    public string? Proj4 { get; init; }

    /// <summary>Null if the emulator cannot transform coordinates of it.</summary>
    public string? Wkt { get; init; }

    /// <summary>The folded string in which a search looks for words.</summary>
    [JsonIgnore]
    public string SearchText => field ??= NameFolding.Fold(string.Create(CultureInfo.InvariantCulture, $"{Name} {Area} {Code}"));
}
