using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MapTiler.ContractTests;

/// <summary>The shape of a JSON value, written as a type of TypeScript would be.</summary>
/// <remarks>
/// <code>
/// string  number  integer  boolean  null  any        8  true  0..1  'a text'  '*.json'  /a regular expression/
/// [number]      an array of numbers                  [number+]        with at least one     []  with none
/// [some 'a']    an array with at least one 'a'       [number, string] an array of exactly these two
/// { id: string, name?: string, /^name_/?: string }   an object; ? may be absent
/// { id: string, ... }                                with other members
/// { metadata.maptiler: any }                         as { metadata: { maptiler: any, ... } }
/// string | null                                      either
/// Feature                                            a shape of <see cref="NamedShapes"/>
/// </code>
/// </remarks>
internal static partial class Shape
{
    /// <summary>Adds what is different from the shape to a list.</summary>
    public delegate void Rule(JsonElement value, string at, List<string> differences);

    /// <summary>Compares a JSON document with a shape.</summary>
    /// <returns>What is different; empty if nothing is.</returns>
    public static List<string> Compare(JsonElement value, string shape)
    {
        var differences = new List<string>();
        Parse(shape)(value, "$", differences);
        return differences;
    }

    public static Rule Parse(string shape)
    {
        var reader = new Reader([.. Token().Matches(shape).Select(m => m.Value)]);
        var rule = reader.ReadType();
        return reader.IsAtEnd ? rule : throw new FormatException($"A shape ends before '{reader.Next()}': {shape}");
    }

    [GeneratedRegex(@"'[^']*'|/(?:[^/\\]|\\.)+/|-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?|\.\.\.|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*|[^\s]")]
    private static partial Regex Token();

    private static Rule Is(string expected, Func<JsonElement, bool> test) => (value, at, differences) =>
    {
        if (!test(value))
            differences.Add($"{at} is not {expected}: {Excerpt(value)}");
    };

    private static Rule OneOf(List<Rule> rules) => rules.Count == 1 ? rules[0] : (value, at, differences) =>
    {
        var attempts = rules.ConvertAll(rule =>
        {
            var found = new List<string>();
            rule(value, at, found);
            return found;
        });
        // The alternative that fits best explains the most: its differences are the deepest.
        if (attempts.TrueForAll(a => a.Count > 0))
            differences.AddRange(attempts.MaxBy(a => a[0].IndexOf(' ', StringComparison.Ordinal))!);
    };

    private static string Excerpt(JsonElement value) =>
        value.GetRawText() is { Length: > 80 } text ? text[..77] + "..." : value.GetRawText();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Reader(string[] tokens)
    {
        private int _position;

        public bool IsAtEnd => _position == tokens.Length;

        public string Next() => IsAtEnd ? throw new FormatException("A shape is incomplete.") : tokens[_position++];

        public Rule ReadType()
        {
            var rules = new List<Rule> { ReadOne(Next()) };
            while (Skip("|"))
                rules.Add(ReadOne(Next()));
            return OneOf(rules);
        }

        private bool Skip(string token)
        {
            var found = !IsAtEnd && tokens[_position] == token;
            _position += found ? 1 : 0;
            return found;
        }

        private Rule ReadOne(string token) => token switch
        {
            "{" => ReadObject(),
            "[" => ReadArray(),
            "any" => (_, _, _) => { },
            "string" => Is("a string", v => v.ValueKind == JsonValueKind.String),
            "number" => Is("a number", v => v.ValueKind == JsonValueKind.Number),
            "integer" => Is("an integer", v => v.ValueKind == JsonValueKind.Number && v.TryGetInt64(out _)),
            "boolean" => Is("a boolean", v => v.ValueKind is JsonValueKind.True or JsonValueKind.False),
            "null" => Is("null", v => v.ValueKind == JsonValueKind.Null),
            "true" or "false" => Is(token, v => v.GetRawText() == token),
            ['\'' or '/', ..] => Is(token, v => v.ValueKind == JsonValueKind.String && TextPattern.Fits(token.Trim('\''), v.GetString()!)),
            [(>= '0' and <= '9') or '-', ..] => ReadNumber(token.Split("..")),
            _ => Parse(NamedShapes.Of(token)),
        };

        private static Rule ReadNumber(string[] range) => Is(
            string.Join(" to ", range),
            v => v.ValueKind == JsonValueKind.Number && v.GetDouble() >= Number(range[0]) && v.GetDouble() <= Number(range[^1]));

        private Rule ReadArray()
        {
            if (Skip("]"))
                return Is("an empty array", v => v.ValueKind == JsonValueKind.Array && v.GetArrayLength() == 0);
            var some = Skip("some");
            var items = new List<Rule> { ReadType() };
            while (Skip(","))
                items.Add(ReadType());
            var (filled, tuple) = (Skip("+"), items.Count > 1);
            if (!Skip("]"))
                throw new FormatException($"An array has no end before '{Next()}'.");
            return (value, at, differences) =>
            {
                if (value.ValueKind != JsonValueKind.Array)
                {
                    differences.Add($"{at} is not an array: {Excerpt(value)}");
                    return;
                }

                var count = value.GetArrayLength();
                if (tuple && count != items.Count)
                    differences.Add($"{at} has {count} items, not {items.Count}");
                else if (filled && count == 0)
                    differences.Add($"{at} is empty");
                else if (some)
                    CheckSome(value, at, items[0], differences);
                else
                    CheckEach(value, at, i => items[tuple ? i : 0], differences);
            };
        }

        private static void CheckEach(JsonElement array, string at, Func<int, Rule> rule, List<string> differences)
        {
            for (var i = 0; i < array.GetArrayLength(); i++)
                rule(i)(array[i], $"{at}[{i}]", differences);
        }

        private static void CheckSome(JsonElement array, string at, Rule rule, List<string> differences)
        {
            var fits = array.EnumerateArray().Any(item =>
            {
                var found = new List<string>();
                rule(item, at, found);
                return found.Count == 0;
            });
            if (!fits)
                differences.Add($"{at} has no item as expected: {Excerpt(array)}");
        }

        private Rule ReadObject()
        {
            var members = new List<(string Name, bool Optional, Rule Rule)>();
            var open = false;
            while (!Skip("}"))
            {
                var name = Next();
                if (name == "...")
                {
                    open = true;
                }
                else
                {
                    var optional = Skip("?");
                    if (!Skip(":"))
                        throw new FormatException($"A colon is missing after the member '{name}'.");
                    var path = name.StartsWith('\'') || name.StartsWith('/') ? [name.Trim('\'')] : name.Split('.');
                    members.Add((path[0], optional, path[1..].Reverse().Aggregate(ReadType(), Inside)));
                }

                Skip(",");
            }

            return (value, at, differences) =>
            {
                if (!IsObject(value, at, differences))
                    return;
                foreach (var (name, optional, rule) in members)
                    CheckMember(value, at, name, optional, rule, differences);
                if (!open)
                    CheckUnknown(value, at, members.ConvertAll(m => m.Name), differences);
            };
        }

        private static Rule Inside(Rule rule, string name) => (value, at, differences) =>
        {
            if (IsObject(value, at, differences))
                CheckMember(value, at, name, optional: false, rule, differences);
        };

        private static bool IsObject(JsonElement value, string at, List<string> differences)
        {
            Is("an object", v => v.ValueKind == JsonValueKind.Object)(value, at, differences);
            return value.ValueKind == JsonValueKind.Object;
        }

        private static void CheckMember(JsonElement value, string at, string name, bool optional, Rule rule, List<string> differences)
        {
            var found = value.EnumerateObject().Where(p => TextPattern.Fits(name, p.Name)).ToList();
            if (found.Count == 0 && !optional)
                differences.Add($"{at} has no member '{name}'");
            foreach (var member in found)
                rule(member.Value, $"{at}.{member.Name}", differences);
        }

        private static void CheckUnknown(JsonElement value, string at, List<string> known, List<string> differences)
        {
            foreach (var member in value.EnumerateObject().Where(p => !known.Exists(name => TextPattern.Fits(name, p.Name))))
                differences.Add($"{at} has the member '{member.Name}', which is not known");
        }
    }
}
