using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The generated JSON code of weather.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WeatherCatalogue))]
internal sealed partial class WeatherJson : JsonSerializerContext
{
    public static WeatherCatalogue? Read(ReadOnlySpan<byte> body)
    {
        var catalogue = JsonSerializer.Deserialize(body, Default.WeatherCatalogue);
        return catalogue?.Variables.Any(variable => variable is null || variable.Keyframes.Contains(null!)) == true ? throw new JsonException("A variable or a keyframe is null.") : catalogue;
    }
}
