using System.Text.Json.Serialization;
using MapTiler.Geocoding;

namespace MapTiler.Benchmarks;

/// <summary>The JSON code that an application generates for itself.</summary>
[JsonSerializable(typeof(List<GeocodingResult>))]
internal sealed partial class PeerJson : JsonSerializerContext;
