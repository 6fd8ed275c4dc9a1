namespace MapTiler.Geocoding;

/// <summary>Where results are wanted: nearer ones come first. It is a preference, not a filter.</summary>
public readonly record struct Proximity
{
    private Proximity(LngLat? place) => Place = place;

    /// <summary>Near the caller, whom the service locates by the IP address. From a server that is the server.</summary>
    public static Proximity Ip { get; }

    /// <summary>The place; <see langword="null"/> for <see cref="Ip"/>.</summary>
    public LngLat? Place { get; }


    /// <summary>Near a place.</summary>
    public static implicit operator Proximity(LngLat place) => new(place);

    /// <summary>The place as <c>longitude,latitude</c>, or <c>ip</c>.</summary>
    public override string ToString() => Place?.ToString() ?? "ip";
}
