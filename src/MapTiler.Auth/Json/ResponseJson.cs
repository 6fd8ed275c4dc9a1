#if !NET
using System.Buffers;
#endif
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MapTiler.Json;

/// <summary>
/// Reads the JSON of responses. This is the policy of all readers, which other types do not repeat:
/// <list type="bullet">
/// <item>A member without which the response is useless is essential: it is marked with <see cref="JsonRequiredAttribute"/>, or a reader checks it. If it is missing,
/// null or of another type, the response is invalid. A list of results is essential, and so is each of its items.</item>
/// <item>All other members are optional. Null, another type, or a value out of range reads as if the member were missing; an item of a list that cannot be
/// read is left out. Numbers and booleans are read as strings where a string is documented, and strings as numbers.</item>
/// <item>An object without essential members must contain at least one documented member, or no member at all.</item>
/// <item>Members that are not documented are kept where the type has a property for them.</item>
/// <item>The nesting is at most <see cref="MaxDepth"/> levels. Text that is not valid Unicode is read with replacement characters.</item>
/// </list>
/// </summary>
internal static class ResponseJson
{
    /// <summary>The maximum number of nested objects and arrays, also in the browser endpoints.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonConverter[] Scalars =
    [
        new OptionalJsonConverter<string?>(JsonValue.Text),
        new OptionalJsonConverter<int?>(JsonValue.Integer), new OptionalJsonConverter<int>(static (ref reader) => JsonValue.Integer(ref reader) ?? 0),
        new OptionalJsonConverter<long?>(JsonValue.Long), new OptionalJsonConverter<long>(static (ref reader) => JsonValue.Long(ref reader) ?? 0),
        new OptionalJsonConverter<double?>(JsonValue.Number), new OptionalJsonConverter<double>(static (ref reader) => JsonValue.Number(ref reader) ?? 0),
        new OptionalJsonConverter<bool?>(JsonValue.Boolean), new OptionalJsonConverter<bool>(static (ref reader) => JsonValue.Boolean(ref reader) ?? false),
        new OptionalJsonConverter<DateTime?>(JsonValue.Date),
        new OptionalJsonConverter<DateTimeOffset?>(JsonValue.Time),
        new OptionalJsonConverter<Guid?>(JsonValue.Guid),
        new OptionalJsonConverter<BoundingBox?>(JsonValue.BoundingBox),
        new OptionalJsonConverter<MapView?>(JsonValue.View),
        new OptionalJsonConverter<IReadOnlyList<string>>(JsonValue.Texts),
        new OptionalJsonConverter<IReadOnlyList<double>>(JsonValue.Numbers),
        new OptionalJsonConverter<IReadOnlyDictionary<string, string>>(JsonValue.TextMap),
    ];

    public static JsonReaderOptions ReaderOptions { get; } = new() { MaxDepth = MaxDepth };

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(ValidUnicode.Of(json), ReaderOptions);

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="JsonException">The document is not JSON, has more than one root, or does not match.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonValue.Reader<T> read)
    {
        var reader = Reader(json);
        reader.Read();
        var result = read(ref reader);
        reader.Read(); // throws if more follows
        return result;
    }

    /// <summary>Reads a whole document as a type of a source-generated context.</summary>
    /// <param name="json">The document.</param>
    /// <param name="options">The options of the context from <see cref="Options"/>.</param>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var valid = ValidUnicode.Of(json);
        return IsOther(valid, type) ? default : JsonSerializer.Deserialize(valid, type);
    }

    public static JsonElement ReadElement(ReadOnlySpan<byte> json) => Read(json, static (ref reader) => JsonElement.ParseValue(ref reader));

    /// <summary>Returns the options of a source-generated context with the policy of this class.</summary>
    /// <param name="context">The context.</param>
    /// <param name="nested">The converters of the members that are objects, lists of objects, or open sets.</param>
    public static JsonSerializerOptions Options(JsonSerializerContext context, params JsonConverter[] nested) => new(context.Options)
    {
        MaxDepth = MaxDepth,
        TypeInfoResolver = context.WithAddedModifier(info =>
        {
            foreach (var member in info.Properties)
            {
                if (!member.IsExtensionData && (Find(nested, member) ?? Find(Scalars, member)) is { } converter)
                    member.CustomConverter = converter;
            }
        }),
    };

    private static JsonConverter? Find(JsonConverter[] converters, JsonPropertyInfo member) =>
        Array.Find(converters, converter => converter.CanConvert(member.PropertyType) && converter is IEssentialJsonConverter == member.IsRequired);

    // An error of another server is an object, too, and all members of some types are optional.
    private static bool IsOther(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Properties.Any(member => member.IsRequired))
            return false;

        var reader = new Utf8JsonReader(json, ReaderOptions);
        var isEmpty = true;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            foreach (var member in type.Properties)
            {
                if (!member.IsExtensionData && reader.ValueTextEquals(member.Name))
                    return false;
            }

            reader.Skip();
        }

        return !isEmpty;
    }
}

/// <summary>Makes JSON valid Unicode, so that no string in it throws, also one that is read later.</summary>
internal static class ValidUnicode
{
    private const int EscapeLength = 6; // \uD800

#if !NET
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
#endif

    /// <summary>Replaces bytes that are not UTF-8 and escaped halves of surrogate pairs with U+FFFD. Returns the same bytes if there are none.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json)
    {
        var valid = IsUtf8(json) ? json : ReplaceInvalid(json);
        var first = valid.IndexOf("\\u"u8);
        return first < 0 ? valid : ReplaceHalves(valid, first);
    }

#if NET
    private static bool IsUtf8(ReadOnlySpan<byte> json) => System.Text.Unicode.Utf8.IsValid(json);

    private static ReadOnlySpan<byte> ReplaceInvalid(ReadOnlySpan<byte> json) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
#else
    private static bool IsUtf8(ReadOnlySpan<byte> json)
    {
        var copy = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            json.CopyTo(copy);
            return Strict.GetCharCount(copy, 0, json.Length) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private static ReadOnlySpan<byte> ReplaceInvalid(ReadOnlySpan<byte> json) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.ToArray()));
#endif

    private static ReadOnlySpan<byte> ReplaceHalves(ReadOnlySpan<byte> json, int start)
    {
        byte[]? copy = null;
        // An even number of backslashes before it would escape the first one, so scan from the start of the run.
        while (start > 0 && json[start - 1] == '\\')
            start--;
        for (var i = start; i + 1 < json.Length;)
        {
            if (json[i] != '\\')
            {
                var next = json.Slice(i).IndexOf((byte)'\\');
                if (next < 0)
                    break;
                i += next;
                continue;
            }

            var unit = CodeUnitAt(json, i);
            if (unit is >= 0xD800 and < 0xDC00 && CodeUnitAt(json, i + EscapeLength) is >= 0xDC00 and < 0xE000)
            {
                i += 2 * EscapeLength;
            }
            else
            {
                if (unit is >= 0xD800 and < 0xE000)
                    "FFFD"u8.CopyTo((copy ??= json.ToArray()).AsSpan(i + 2));
                i += unit < 0 ? 2 : EscapeLength;
            }
        }

        return copy ?? json;
    }

    // -1 if there is no escaped code unit.
    private static int CodeUnitAt(ReadOnlySpan<byte> json, int at)
    {
        if (at + EscapeLength > json.Length || json[at] != '\\' || json[at + 1] != 'u')
            return -1;

        var unit = 0;
        foreach (var digit in json.Slice(at + 2, EscapeLength - 2))
        {
            var value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (value < 0)
                return -1;
            unit = unit * 16 + value;
        }

        return unit;
    }
}
