namespace MapTiler.Geolocation;

/// <summary>Where a caller is, by the IP address of the request. See <see href="https://docs.maptiler.com/cloud/api/geolocation/">the Geolocation API</see>. Safe for concurrent use.</summary>
public class GeolocationClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected GeolocationClient() => _sender = null!;

    internal GeolocationClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets where this process is, by the address from which the request comes: a server sees its own place, not that of its users.</summary>
    /// <param name="elevation">Whether to ask for the height of the place too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<GeolocationResult> GetAsync(bool elevation = false, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.Geolocation, urls => urls.Geolocation(elevation), GeolocationJson.Read), cancellationToken);
}
