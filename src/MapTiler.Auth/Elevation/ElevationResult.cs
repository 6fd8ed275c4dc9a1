namespace MapTiler.Elevation;

/// <summary>The result of one location of a batch: its elevation, no data, or an error.</summary>
public sealed class ElevationResult : IBatchResult
{
    /// <summary>The index of the location in the batch, from 0.</summary>
    public long Index { get; set; }

    /// <summary>The location.</summary>
    public LngLat Location { get; set; }

    /// <summary>The elevation above mean sea level, in the unit of the request; <see langword="null"/> if there is no data or the request failed.</summary>
    public double? Elevation { get; set; }

    /// <summary>The error; <see langword="null"/> if the request succeeded.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>Returns the location with its elevation or error.</summary>
    public override string ToString() => $"{Location}: {Describe(Elevation, Error)}";

    internal static string Describe(double? elevation, MapTilerException? error) => error?.Reason.ToString() ?? (elevation is { } value ? FixedPoint.ToText(value) : "no data");
}

/// <summary>A point of an elevation profile.</summary>
public sealed class ElevationProfilePoint
{
    /// <summary>The distance from the start of the line in meters, along the line.</summary>
    public double Distance { get; set; }

    /// <summary>The location.</summary>
    public LngLat Location { get; set; }

    /// <summary>The elevation above mean sea level, in the unit of the request; <see langword="null"/> if there is no data or the request failed.</summary>
    public double? Elevation { get; set; }

    /// <summary>The error; <see langword="null"/> if the request succeeded.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>Returns the distance with the elevation or error.</summary>
    public override string ToString() => FormattableString.Invariant($"{Distance:0} m: {ElevationResult.Describe(Elevation, Error)}");
}
