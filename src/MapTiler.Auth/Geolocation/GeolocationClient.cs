namespace MapTiler.Geolocation;

/// <inheritdoc cref="IGeolocationClient"/>
internal sealed class GeolocationClient(RequestSender sender) : IGeolocationClient
{
    public Task<GeolocationResult> GetAsync(bool elevation = false, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.Geolocation, urls => urls.Geolocation(elevation), GeolocationJson.Read, cancellationToken);
}
