using MapTiler;
using MapTiler.Geocoding;

namespace Quickstart;

public class Shop(GeocodingClient geocoding)
{
    public async Task<LngLat?> FindAsync(string address, CancellationToken ct) =>
        (await geocoding.SearchAsync(address, cancellationToken: ct)).Features.FirstOrDefault()?.Center;
}
