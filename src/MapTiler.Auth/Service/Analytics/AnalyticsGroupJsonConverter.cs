using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A group as its name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class AnalyticsGroupJsonConverter : JsonConverter<AnalyticsGroup>
{
    /// <inheritdoc/>
    public override AnalyticsGroup Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonScalar.ReadText(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AnalyticsGroup value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
