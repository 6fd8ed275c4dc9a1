using System.Text.Json.Serialization;

namespace MapTiler.Tool;

/// <summary>The JSON of all results. Each is described by a schema in the folder of the tests.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowTrailingCommas = true, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip)]
[JsonSerializable(typeof(Configuration))]
[JsonSerializable(typeof(Checks.CheckReport))]
[JsonSerializable(typeof(Commands.EmulatedRequest))]
[JsonSerializable(typeof(Commands.EmulatorStarted))]
[JsonSerializable(typeof(Commands.DataResult))]
[JsonSerializable(typeof(Commands.KeyResult))]
[JsonSerializable(typeof(Commands.KeysResult))]
[JsonSerializable(typeof(Commands.PlacesResult))]
[JsonSerializable(typeof(Commands.CrsResult))]
[JsonSerializable(typeof(Commands.ElevationProfile))]
[JsonSerializable(typeof(Commands.StaticMapResult))]
[JsonSerializable(typeof(Commands.TilesResult))]
[JsonSerializable(typeof(Commands.TransformedCoordinate))]
[JsonSerializable(typeof(Commands.TilesetResult))]
[JsonSerializable(typeof(Commands.TilesetsResult))]
[JsonSerializable(typeof(Commands.UploadResult))]
[JsonSerializable(typeof(Commands.UrlResult))]
[JsonSerializable(typeof(Commands.UsageResult))]
[JsonSerializable(typeof(GeoJson.GeoJsonFeature))]
[JsonSerializable(typeof(Geocoding.FileGeocodingSummary))]
internal sealed partial class ToolJson : JsonSerializerContext;
