namespace MapTiler;

/// <summary>Longitudes as what they are: places on a circle. Whatever can be exact is.</summary>
internal static class Meridian
{
    /// <summary>The longitude between -180 and 180; a number in this range stays, any other becomes less than 180.</summary>
    public static double Wrap(double longitude)
    {
        if (longitude is >= -180 and <= 180)
            return longitude;

        var turned = longitude % 360;
        return turned >= 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
    }

    /// <summary>The degrees of the short way from one longitude to another, -180 to 180; east is positive.</summary>
    public static double Difference(double from, double to)
    {
        var difference = to - from;
        return difference is >= -180 and <= 180 ? difference : Math.IEEERemainder(Wrap(to) - Wrap(from), 360);
    }

    /// <summary>The degrees on the way east from one longitude to another: 0 to the same meridian, 360 if not even a digit is missing to a turn.</summary>
    public static double Eastward(double from, double to)
    {
        var difference = Wrap(to) - Wrap(from);
        return Math.Abs(difference) == 360 ? 0 : difference < 0 ? difference + 360 : difference;
    }
}
