namespace MapTiler.Emulator;

/// <summary>A way from a datum to WGS 84.</summary>
internal sealed record EpsgOperation
{
    public required int Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The code of the geographic system that it starts from.</summary>
    public required int Source { get; init; }

    /// <summary>Three shifts in metres, three rotations in seconds of arc, a scale in millionths.</summary>
    public required double[] ToWgs84 { get; init; }

    public required double Accuracy { get; init; }

    public required string Area { get; init; }

    /// <summary>West, south, east, north.</summary>
    public required double[] Bbox { get; init; }

    /// <summary>Whether it is made for a place.</summary>
    public bool Covers(double longitude, double latitude) => new GeoBox(Bbox[0], Bbox[1], Bbox[2], Bbox[3]).Contains(longitude, latitude);

    /// <summary>The operation as a search finds it.</summary>
    public EpsgItem ToItem() => new()
    {
        Code = Code,
        Kind = "COORDOP-COPTRAN",
        Name = Name,
        Area = Area,
        Bbox = Bbox,
        Unit = "metre",
        Accuracy = Accuracy,
    };
}
