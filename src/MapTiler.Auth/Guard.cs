namespace MapTiler;

/// <summary>Validates arguments before a request is sent.</summary>
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
                "A latitude must be between -90 and 90 degrees. Longitude and latitude may be swapped. Use LngLat.FromLatLng for arguments with the latitude first.");

    public static LngLat InRange(LngLat location, string parameter) =>
        location.Longitude is >= -180 and <= 180
            ? location
            : throw new ArgumentOutOfRangeException(parameter, "The longitude must be between -180 and 180 degrees here. Use LngLat.Wrap() to normalize it.");

    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1, so that nothing would run.</exception>
    public static int Concurrency(int concurrency, string parameter = "maxConcurrency") => concurrency >= 1
        ? concurrency
        : throw new ArgumentOutOfRangeException(parameter, "At least one concurrent request must be allowed.");

    public static void NotNull(object? value, string parameter)
    {
        if (value is null)
            throw new ArgumentNullException(parameter);
    }
}
