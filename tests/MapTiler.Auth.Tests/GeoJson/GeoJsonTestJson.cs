using System.Text.Json.Serialization;
using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

/// <summary>As the generated JSON code of an application uses the types.</summary>
[JsonSerializable(typeof(GeoJsonFeatureCollection))]
[JsonSerializable(typeof(GeoJsonFeature))]
internal sealed partial class GeoJsonTestJson : JsonSerializerContext;
