using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geolocation;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/geolocation/">Geolocation API</see>, which returns the location of an IP address. All members are safe
/// for concurrent use.
/// </summary>
public class GeolocationClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected GeolocationClient() => _sender = null!;

    internal GeolocationClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the location of this process by the IP address of the request. A server gets its own location, not that of its users.</summary>
    /// <param name="options">What the result contains; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<GeolocationResult> GetAsync(GeolocationOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.Geolocation, urls => urls.Geolocation(options), GeolocationJson.Read), cancellationToken);
}

/// <summary>The generated JSON serialization of <see cref="GeolocationResult"/>.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(GeolocationResult))]
internal sealed partial class GeolocationJson : JsonSerializerContext
{
    public static GeolocationResult? Read(ReadOnlySpan<byte> body) => ResponseJson.Read<GeolocationResult>(body, Reading.Options);

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default);
    }
}
