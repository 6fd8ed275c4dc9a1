namespace MapTiler;

/// <summary>The checks of places, before any request.</summary>
internal static class Guard
{
    public static double Finite(double value, string parameter) =>
        double.IsNaN(value) || double.IsInfinity(value)
            ? throw new ArgumentOutOfRangeException(parameter, "A coordinate must be a finite number.")
            : value;

    public static double Latitude(double value, string parameter) =>
        Finite(value, parameter) is >= -90 and <= 90
            ? value
            : throw new ArgumentOutOfRangeException(parameter,
                "A latitude must be between -90 and 90 degrees. Are longitude and latitude swapped? LngLat.FromLatLng takes the latitude first.");

    public static LngLat InRange(LngLat place, string parameter) =>
        place.Longitude is >= -180 and <= 180
            ? place
            : throw new ArgumentOutOfRangeException(parameter, "The longitude must be between -180 and 180 degrees here. LngLat.Wrap() brings it there.");

    public static void NotNull(object? value, string parameter)
    {
        if (value is null)
            throw new ArgumentNullException(parameter);
    }
}
