using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MapTiler.Json;

/// <summary>Marks the converters of essential members. See <see cref="ResponseJson"/>.</summary>
internal interface IEssentialJsonConverter;

/// <summary>Reads an optional member.</summary>
internal sealed class OptionalJsonConverter<T>(JsonValue.Reader<T> read) : JsonConverter<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException("Responses are only read.");
}

/// <summary>Reads an optional member that is an object.</summary>
internal sealed class OptionalObjectJsonConverter<T> : JsonConverter<T>
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => NestedObject.Try<T>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException("Responses are only read.");
}

/// <summary>Reads an optional member that is a list of objects.</summary>
internal sealed class OptionalListJsonConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class?
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonValue.List<T>(ref reader, (ref r) => NestedObject.Try<T>(ref r, options));

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => throw new NotSupportedException("Responses are only read.");
}

/// <summary>Reads an essential member that is a list of objects.</summary>
/// <param name="optionalItems">Whether an item that cannot be read is null. Otherwise the list is invalid.</param>
internal sealed class EssentialListJsonConverter<T>(bool optionalItems = false) : JsonConverter<IReadOnlyList<T>>, IEssentialJsonConverter
    where T : class?
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonList.Read(
        ref reader, (ref r) => optionalItems ? NestedObject.Try<T>(ref r, options)! : NestedObject.Read<T>(ref r, options) ?? throw new JsonException("An item of the list is null."));

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => throw new NotSupportedException("Responses are only read.");
}

/// <summary>Reads objects of a source-generated context within another value.</summary>
internal static class NestedObject
{
    public static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public static T? Try<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) => JsonValue.Try(ref reader, (ref r) => Read<T>(ref r, options));
}
