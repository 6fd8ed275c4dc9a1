using System.Text.Json.Nodes;
using MapTiler.Emulator.Drawing;
using SkiaSharp;

namespace MapTiler.Emulator.Maps.Styles;

/// <summary>
/// Makes the layers of a style from a template: the layers whose source the style has and whose conditions are met. A string that
/// begins with <c>@</c> refers to a fragment of the template, a color of the theme, a font stack, or an icon of a sheet. In an object,
/// the member <c>@</c> names a fragment whose members it has in addition.
/// </summary>
internal sealed class StyleLayers
{
    private const char Mark = '@';
    private const string Merge = "@";

    private static readonly Lazy<JsonObject> V3 = new(() => Read("v3.json"));
    private static readonly Lazy<JsonObject> V4 = new(() => Read("v4.json"));

    private static readonly string[] Members = ["id", "type", "source", "source-layer", "minzoom", "maxzoom", "layout", "paint", "filter"];
    private static readonly string[] SheetIds = ["misc", "transportation"];

    private readonly StyleDesign _design;
    private readonly JsonObject _template;
    private readonly HashSet<string> _parts;
    private readonly Dictionary<string, Func<JsonNode>> _values;

    public StyleLayers(StyleDesign design, MapTheme theme)
    {
        _design = design;
        _template = design.IsV4 ? V4.Value : V3.Value;
        _parts = [.. design.Parts.Split(' ').Where(part => part switch { "borders" => theme.HasLines, "names" => theme.HasNames, _ => true })];
        if (theme.IsDark)
            _parts.Add("dark");
        _values = theme.Colors.ToDictionary(color => color.Key, color => (Func<JsonNode>)(() => JsonValue.Create(Css(color.Value))), StringComparer.Ordinal);
        _values.Add("background", _values[theme.IsImagery || _parts.Contains("land-above") ? "sea" : "land"]);
        foreach (var (name, fragment) in _template["fragments"]!.AsObject())
            _values.Add(name, () => Resolve(fragment!));
        foreach (var face in (ReadOnlySpan<string>)["Regular", "Italic", "Medium", "Bold"])
            _values.Add(face.ToLowerInvariant(), () => FontStack(face));
    }

    /// <summary>The layers from bottom to top, each with the id of its group.</summary>
    public IEnumerable<(string Group, JsonObject Layer)> Create() =>
        from layer in _template["layers"]!.AsArray().Select(node => node!.AsObject())
        where IsWanted(layer)
        select ((string)layer["group"]!, Create(layer));

    private bool IsWanted(JsonObject layer)
    {
        if ((string?)layer["source"] is { } source && _design.Find(source) is null)
            return false;
        var conditions = ((string?)layer["when"])?.Split(' ') ?? [];
        return conditions.All(condition => condition[0] == '!' ? !_parts.Contains(condition[1..]) : _parts.Contains(condition));
    }

    private JsonObject Create(JsonObject template)
    {
        var layer = new JsonObject();
        foreach (var member in Members)
        {
            if (template[member] is { } value)
                layer.Add(member, member == "source" ? _design.Find((string)value!)!.Id : Resolve(value));
        }

        return layer;
    }

    private JsonNode Resolve(JsonNode node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(item => item is null ? null : Resolve(item))]),
        JsonObject members => ResolveObject(members),
        JsonValue value when value.TryGetValue(out string? name) && name.StartsWith(Mark) => ResolveText(name[1..]),
        _ => node.DeepClone(),
    };

    private JsonObject ResolveObject(JsonObject members)
    {
        var resolved = (string?)members[Merge] is { } fragment ? _values[fragment]().AsObject() : [];
        foreach (var (name, value) in members.Where(member => member.Key != Merge))
            resolved[name] = Resolve(value!);
        return resolved;
    }

    private JsonNode ResolveText(string name)
    {
        if (Array.Find(SheetIds, sheet => name.StartsWith(sheet + ":", StringComparison.Ordinal)) is { } id)
            return _design.HasSpriteSheets ? name : name[(id.Length + 1)..];
        return _values[name]();
    }

    private JsonArray FontStack(string face)
    {
        var fallback = $"{_design.FallbackFont} {face}";
        return _design.Font == _design.FallbackFont ? [fallback] : [$"{_design.Font} {face}", fallback];
    }

    private static string Css(SKColor color) => FormattableString.Invariant(
        $"rgba({color.Red},{color.Green},{color.Blue},{Math.Round(color.Alpha / 255.0, 2)})");

    private static JsonObject Read(string name)
    {
        using var stream = typeof(StyleLayers).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
