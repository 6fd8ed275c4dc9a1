namespace MapTiler.Geo;

/// <summary>
/// A range of longitudes on the circle, from a western edge eastwards to an eastern edge. West is -180 to less than 180, east is greater than
/// -180 to 180. If west is greater than east, the span crosses the antimeridian; if they are equal, it is a single meridian, -180 to 180.
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

    /// <summary>The width in degrees, 0 to 360.</summary>
    public double Width { get; }

    public bool CrossesAntimeridian => West > East;

    public double Center => Meridian.Wrap((West + East) / 2 + (CrossesAntimeridian ? 180 : 0));

    /// <summary>Returns the smallest span of one or more longitudes; of two equal ones the one that does not cross the antimeridian.</summary>
    public static LongitudeSpan Around(double[] longitudes)
    {
        for (var i = 0; i < longitudes.Length; i++)
            longitudes[i] = Meridian.Wrap(longitudes[i]) is var wrapped && wrapped < 180 ? wrapped : -180;
        Array.Sort(longitudes);

        // The span is everything except the widest gap.
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
        return Includes(wrapped) || (Math.Abs(wrapped) == 180 && Includes(-wrapped)); // -180 and 180 are one meridian
    }

    public bool Intersects(LongitudeSpan other) => Contains(other.West) || other.Contains(West);

    /// <summary>Returns the smallest span of both; of two equal ones the one that does not cross the antimeridian, or that starts with the smaller number.</summary>
    public LongitudeSpan Union(LongitudeSpan other)
    {
        var (here, there) = (ExtendTo(other), other.ExtendTo(this));
        return (here.Width, here.CrossesAntimeridian, here.West).CompareTo((there.Width, there.CrossesAntimeridian, there.West)) <= 0 ? here : there;
    }

    /// <summary>Extends the span eastwards to the eastern edge of the other.</summary>
    private LongitudeSpan ExtendTo(LongitudeSpan other)
    {
        var reach = Meridian.Eastward(West, other.West) + other.Width;
        return reach <= Width ? this : reach < 360 ? new LongitudeSpan(West, other.East) : new LongitudeSpan(-180, 180);
    }

    private bool Includes(double longitude) =>
        CrossesAntimeridian ? longitude >= West || longitude <= East : longitude >= West && longitude <= East;
}

/// <summary>Calculates with longitudes on the circle, exactly where possible.</summary>
internal static class Meridian
{
    /// <summary>Normalizes a longitude to -180 to 180. A number in this range is not changed; any other result is less than 180.</summary>
    public static double Wrap(double longitude)
    {
        if (longitude is >= -180 and <= 180)
            return longitude;

        var turned = longitude % 360;
        return turned >= 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
    }

    /// <summary>Returns the difference between two longitudes in the shorter direction, -180 to 180 degrees; east is positive.</summary>
    public static double Difference(double from, double to)
    {
        var difference = to - from;
        return difference is >= -180 and <= 180 ? difference : Math.IEEERemainder(Wrap(to) - Wrap(from), 360);
    }

    /// <summary>Returns the degrees eastwards from one longitude to another: 0 for the same meridian, 360 if the difference to a full circle is below the precision.</summary>
    public static double Eastward(double from, double to)
    {
        var difference = Wrap(to) - Wrap(from);
        return Math.Abs(difference) == 360 ? 0 : difference < 0 ? difference + 360 : difference;
    }
}
