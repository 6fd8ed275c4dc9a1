namespace MapTiler.Geolocation;

/// <summary>Where a caller is, by the IP address of the request. See <see href="https://docs.maptiler.com/cloud/api/geolocation/">the Geolocation API</see>. Safe for concurrent use.</summary>
public interface IGeolocationClient
{
    /// <summary>Gets where this process is, by the address from which the request comes: a server sees its own place, not that of its users.</summary>
    /// <param name="elevation">Whether to ask for the height of the place too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<GeolocationResult> GetAsync(bool elevation = false, CancellationToken cancellationToken = default);
}
