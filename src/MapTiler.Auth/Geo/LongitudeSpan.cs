namespace MapTiler;

/// <summary>
/// The longitudes from a western edge eastwards to another, on the circle: the west is from -180 to less than 180, the east greater than
/// -180 to 180. Where west is greater, it crosses the antimeridian; where they are equal, it is one meridian, of -180 to 180.
/// </summary>
internal readonly record struct LongitudeSpan
{
    public LongitudeSpan(double west, double east)
    {
        Width = west <= east ? east - west : Meridian.Eastward(west, east);
        if (Width >= 360)
        {
            (West, East, Width) = (-180, 180, 360);
            return;
        }

        (West, East) = (Meridian.Wrap(west), Meridian.Wrap(east));
        if (Width == 0)
            East = West;
        else if (West == 180)
            West = -180;
        else if (East == -180)
            East = 180;
    }

    public double West { get; }

    public double East { get; }

    /// <summary>Degrees, 0 to 360.</summary>
    public double Width { get; }

    public bool CrossesAntimeridian => West > East;

    public double Center => Meridian.Wrap((West + East) / 2 + (CrossesAntimeridian ? 180 : 0));

    /// <summary>The smallest span of all longitudes, of which there is one or more; of two alike the one that does not cross the antimeridian.</summary>
    public static LongitudeSpan Around(double[] longitudes)
    {
        for (var i = 0; i < longitudes.Length; i++)
            longitudes[i] = Meridian.Wrap(longitudes[i]) is var wrapped && wrapped < 180 ? wrapped : -180;
        Array.Sort(longitudes);

        // All but the widest gap.
        var last = longitudes.Length - 1;
        var span = (West: longitudes[0], East: longitudes[last]);
        var gap = longitudes[0] - longitudes[last] + 360;
        for (var i = 0; i < last; i++)
        {
            if (longitudes[i + 1] - longitudes[i] > gap)
                (span, gap) = ((longitudes[i + 1], longitudes[i]), longitudes[i + 1] - longitudes[i]);
        }

        return new LongitudeSpan(span.West, span.East);
    }

    public bool Contains(double longitude)
    {
        var wrapped = Meridian.Wrap(longitude);
        return Holds(wrapped) || (Math.Abs(wrapped) == 180 && Holds(-wrapped)); // -180 and 180 are one meridian
    }

    public bool Intersects(LongitudeSpan other) => Contains(other.West) || other.Contains(West);

    /// <summary>The smallest span of both; of two alike the one that does not cross the antimeridian, or begins with the smaller number.</summary>
    public LongitudeSpan Union(LongitudeSpan other)
    {
        var (here, there) = (ExtendTo(other), other.ExtendTo(this));
        return (here.Width, here.CrossesAntimeridian, here.West).CompareTo((there.Width, there.CrossesAntimeridian, there.West)) <= 0 ? here : there;
    }

    /// <summary>As far to the east as the other reaches.</summary>
    private LongitudeSpan ExtendTo(LongitudeSpan other)
    {
        var reach = Meridian.Eastward(West, other.West) + other.Width;
        return reach <= Width ? this : reach < 360 ? new LongitudeSpan(West, other.East) : new LongitudeSpan(-180, 180);
    }

    private bool Holds(double longitude) =>
        CrossesAntimeridian ? longitude >= West || longitude <= East : longitude >= West && longitude <= East;
}
