using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using MapTiler.StaticMaps;

namespace MapTiler.Tests;

/// <summary>Describes what a call returned to its caller, as far as it can be read without another request.</summary>
internal static class ReturnedValues
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new ExceptionConverter() } };

    public static string Describe(Task call)
    {
        var result = call.GetType().GetProperty("Result")?.GetValue(call);
        return result + (result is null or MapTilerContent or XDocument or StaticMapImage ? "" : JsonSerializer.Serialize(result, result.GetType(), Json));
    }

    public static string Describe(Exception exception) =>
        exception + string.Join(";", exception.Data.Cast<object>()) + (exception as MapTilerException)?.ResponseExcerpt;

    private sealed class ExceptionConverter : JsonConverter<Exception>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Exception).IsAssignableFrom(typeToConvert);

        public override Exception Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Exception value, JsonSerializerOptions options) => writer.WriteStringValue(Describe(value));
    }
}
