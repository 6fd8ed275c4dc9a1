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
    public static int Concurrency(int concurrency) => concurrency >= 1
        ? concurrency
        : throw new ArgumentOutOfRangeException("maxConcurrency", "At least one concurrent request must be allowed.");

    /// <summary>Returns an id as the service writes it.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static string Id(Guid id, string parameter) =>
        id == Guid.Empty ? throw new ArgumentException("The id must not be empty.", parameter) : id.ToString("D");

    /// <summary>Creates the exception for an invalid property of the parameter <c>options</c>.</summary>
    public static ArgumentException Option(string property, string message) => new($"{property} is not valid. {message}", "options");

    /// <summary>Creates the exception for a property of an options parameter that is out of its range.</summary>
    public static ArgumentOutOfRangeException OptionRange(string property, string message, string parameter = "options") => new(parameter, $"{property} is not valid. {message}");

    public static void NotNull(object? value, string parameter)
    {
        if (value is null)
            throw new ArgumentNullException(parameter);
    }
}
