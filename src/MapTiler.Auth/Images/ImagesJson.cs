using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Images;

/// <summary>The generated JSON code of images.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ImageJson))]
internal sealed partial class ImagesJson : JsonSerializerContext
{
    public static ImageJson? Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, Default.ImageJson);
}
