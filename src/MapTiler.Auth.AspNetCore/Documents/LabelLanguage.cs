using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore.Documents;

/// <summary>
/// Replaces the language of the labels of a style: the name in the requested language, or the local name if a feature has none. It changes the layers that the
/// method <c>setLanguage</c> of <c>@maptiler/sdk</c> changes, but keeps the conditions and the other parts of an expression, such as the elevation of a peak.
/// </summary>
internal static partial class LabelLanguage
{
    private static readonly FrozenSet<string> Codes = """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa
        ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja ja-Hira ja-Latn jv ka kg ki kj kk
        kl km kn ko ko-Latn kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny
        oc oj om or os pa pi pl pnb ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr sr-Latn ss st su sv sw ta te tg th ti
        tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zh-Hans zh-Hant zu
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = ResponseJson.MaxDepth };

    /// <summary>Operators whose result does not become part of a label.</summary>
    private static readonly FrozenSet<string> Conditions = FrozenSet.ToFrozenSet(["==", "!=", "<", "<=", ">", ">=", "!", "all", "any", "has", "in", "index-of", "length", "literal", "within"]);

    /// <summary>Whether labels can be displayed in a language.</summary>
    public static bool IsSupported(string language) => Codes.Contains(language);

    /// <summary>Returns the preferred language of a browser; <see langword="null"/> if it accepts none of the languages.</summary>
    public static string? FromHeader(StringValues acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage.OfType<string>().ToList(), out var accepted))
            return null;

        foreach (var language in accepted.Where(static item => item.Quality is not 0).OrderByDescending(static item => item.Quality ?? 1))
        {
            var tag = language.Value.ToString();
            if (Codes.Contains(tag))
                return tag;
            if (tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && Codes.Contains(tag[..dash]))
                return tag[..dash];
        }

        return null;
    }

    /// <param name="style">The style as MapTiler returned it.</param>
    /// <param name="language">The language.</param>
    /// <param name="host">The host of MapTiler. Labels of other sources are not changed.</param>
    /// <exception cref="JsonException">The style is not valid JSON.</exception>
    public static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> style, string language, string host)
    {
        try
        {
            if (JsonNode.Parse(style.Span, documentOptions: DocumentOptions) is not JsonObject root || root["layers"] is not JsonArray layers)
                return style;

            var labels = layers.OfType<JsonObject>().Where(layer => IsLabel(layer, root["sources"] as JsonObject, host)).Select(static layer => (JsonObject)layer["layout"]!).ToList();
            var token = labels.Exists(static layout => IsLocalized(layout["text-field"]!)) ? LocalizedToken : NameToken;
            foreach (var layout in labels)
                layout["text-field"] = Localize(layout["text-field"]!.DeepClone(), language, token);
            return Encode(root);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new JsonException("The style contains a duplicate member or an incomplete surrogate pair.", e);
        }
    }

    private static ReadOnlyMemory<byte> Encode(JsonObject style)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { MaxDepth = DocumentOptions.MaxDepth }))
            style.WriteTo(writer);
        return output.WrittenMemory;
    }

    private static bool IsLabel(JsonObject layer, JsonObject? sources, string host) =>
        String(layer["type"]) == "symbol" && (layer["layout"] as JsonObject)?["text-field"] is not null
            && String(layer["source"]) is { } source && String((sources?[source] as JsonObject)?["url"]) is { } url
            && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase);

    private static bool IsLocalized(JsonNode field) => field switch
    {
        JsonArray array => array.Any(item => item is not null && (IsName(item, out var name) ? name != "name" : IsLocalized(item))),
        JsonObject function => Outputs(function).Any(output => LocalizedToken.IsMatch(output)),
        _ => String(field) is { } template && LocalizedToken.IsMatch(template),
    };

    private static JsonNode Localize(JsonNode field, string language, Regex token) => field switch
    {
        JsonArray expression => LocalizeExpression(expression, language),
        JsonObject function => Outputs(function).Any(token.IsMatch) ? LocalizeFunction(function, language, token) : function,
        _ => String(field) is { } template && token.IsMatch(template) ? LocalizeTemplate(template, language, token) : field,
    };

    private static JsonArray LocalizeExpression(JsonArray expression, string language)
    {
        if (IsName(expression, out _))
            return Name(language);

        var operation = expression.Count == 0 ? null : String(expression[0]);
        if (operation is null || Conditions.Contains(operation))
            return expression;

        if (operation == "coalesce" && expression.Any(static item => item is not null && IsName(item, out _)))
        {
            // One name instead of several: first in the language, and last the local one.
            var others = expression.Skip(1).Where(static item => item is null || !IsName(item, out _)).Select(static item => item?.DeepClone());
            return ["coalesce", Get("name:" + language), .. others, Get("name")];
        }

        for (var i = operation == "match" ? 2 : 1; i < expression.Count; i++)
        {
            if (expression[i] is not JsonArray item)
                continue;
            expression[i] = null; // detaches the item, which is changed in place
            expression[i] = LocalizeExpression(item, language);
        }

        return expression;
    }

    // The function { "stops": [[8, " "], [12, "{name:en}"]] } has no fallback for a missing name, so it becomes a step expression.
    private static JsonArray LocalizeFunction(JsonObject function, string language, Regex token)
    {
        var stops = ((JsonArray)function["stops"]!).OfType<JsonArray>().ToList();
        JsonArray result = ["step", new JsonArray("zoom")];
        foreach (var (index, stop) in stops.Index())
        {
            if (index > 0)
                result.Add(stop[0]?.DeepClone());
            result.Add((JsonNode)LocalizeTemplate(String(stop[1]) ?? "", language, token));
        }

        return result;
    }

    private static JsonNode LocalizeTemplate(string template, string language, Regex token)
    {
        JsonArray result = ["concat"];
        var end = 0;
        foreach (Match match in AnyToken.Matches(template))
        {
            if (match.Index > end)
                result.Add((JsonNode)template[end..match.Index]);
            result.Add((JsonNode)(token.IsMatch(match.Value) ? Name(language) : new JsonArray("to-string", Get(match.Groups[1].Value))));
            end = match.Index + match.Length;
        }

        if (end < template.Length)
            result.Add((JsonNode)template[end..]);
        return result.Count switch
        {
            1 => template,
            2 => result[1]!.DeepClone(),
            _ => result,
        };
    }

    private static IEnumerable<string> Outputs(JsonObject function) => function["stops"] is JsonArray stops && function["property"] is null
        ? stops.OfType<JsonArray>().Where(static stop => stop.Count == 2).Select(static stop => String(stop[1])).OfType<string>()
        : [];

    private static bool IsName(JsonNode node, out string? name)
    {
        name = node is JsonArray { Count: 2 } array && String(array[0]) == "get" ? String(array[1]) : null;
        return name == "name" || name?.StartsWith("name:", StringComparison.Ordinal) == true;
    }

    private static JsonArray Name(string language) => ["coalesce", Get("name:" + language), Get("name")];

    private static JsonArray Get(string property) => ["get", property];

    private static string? String(JsonNode? node) => node is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var result) ? result : null;

    [GeneratedRegex(@"\{name:[^}]+\}")]
    private static partial Regex LocalizedToken { get; }

    [GeneratedRegex(@"\{name\}")]
    private static partial Regex NameToken { get; }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex AnyToken { get; }
}
