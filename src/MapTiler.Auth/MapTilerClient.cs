using MapTiler.Geocoding;

namespace MapTiler;

/// <summary>
/// The services of MapTiler in one place. From dependency injection with <c>services.AddMapTiler()</c>; without, by
/// <see cref="Create"/>. Safe for concurrent use and made to be kept.
/// </summary>
public sealed partial class MapTilerClient : IDisposable
{
    private readonly IDisposable? _owned;

    internal MapTilerClient(IGeocodingClient geocoding, IDisposable? owned = null)
    {
        Geocoding = geocoding;
        _owned = owned;
    }

    /// <summary>Places by name, names by place.</summary>
    public IGeocodingClient Geocoding { get; }

    /// <summary>Closes the connections of a client that came from <see cref="Create"/>; one from dependency injection is disposed with its container.</summary>
    public void Dispose() => _owned?.Dispose();
}
