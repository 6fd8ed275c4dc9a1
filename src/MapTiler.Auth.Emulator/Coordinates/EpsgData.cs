using System.Text.Json.Serialization;

namespace MapTiler.Emulator;

/// <summary>The shape of Data/epsg.json.</summary>
internal sealed record EpsgData(EpsgItem[] Items, EpsgOperation[] Operations);

/// <summary>Reads <see cref="EpsgData"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EpsgData))]
internal sealed partial class EpsgJson : JsonSerializerContext;
