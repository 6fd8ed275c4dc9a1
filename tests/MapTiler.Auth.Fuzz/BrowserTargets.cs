using System.Text.Json;
using MapTiler.AspNetCore;
using MapTiler.AspNetCore.Documents;
using MapTiler.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace MapTiler.Fuzz;

/// <summary>What the browser endpoints do with strings and styles of MapTiler.</summary>
internal static class BrowserTargets
{
    private const string Host = "api.maptiler.com";
    private const string PublicUrl = "https://shop.example/app/maptiler";

    private static readonly UrlRewriter Rewriter = new(
        new MapTilerOptions { ApiKey = Secrets.Key, ServiceToken = Secrets.Token, MapApiKeys = { ["streets-v4"] = Secrets.OtherKey } }, PublicUrl, new BrowserMapsOptions { Maps = { "streets-v4" } }, NullLogger.Instance);

    public static IEnumerable<FuzzTarget> All { get; } =
    [
        new("UrlRewriter", FuzzTargets.TextSeeds(
            $"https://api.maptiler.com/tiles/v3/tiles.json?key={Secrets.Key}", $"//API.maptiler.com:443/maps/streets-v4/sprite?a=1&signature=x&key={Secrets.OtherKey}#b", "https://api.maptiler.com/fonts/{fontstack}/{range}.pbf",
            "https://api.maptiler.com/tiles/../admin", "https://api.maptiler.com/data/%2e%2e/a", "https://api.maptiler.com@evil.example/tiles/a", "https://api.maptiler.com\\tiles", $"<a href=\"https://www.maptiler.com/?key={Secrets.Key}\">", Secrets.TokenSecret),
            mutator => mutator.Text(), RewriteUrl),
        new("BrowserStyle", FuzzTargets.Seeds(
            """
            {"version":8,"sources":{"m":{"type":"vector","url":"https://api.maptiler.com/tiles/v3/tiles.json?key=CanaryKey0123456789"},"o":{"type":"raster","tiles":["https://tiles.example/{z}/{x}/{y}?key=CanaryKey0123456789"]}},
             "sprite":[{"id":"default","url":"https://api.maptiler.com/maps/streets-v4/sprite?key=\u0043anaryKey0123456789"}],"glyphs":"https://api.maptiler.com/fonts/{fontstack}/{range}.pbf?key=CanaryKey0123456789",
             "layers":[{"type":"symbol","source":"m","layout":{"text-field":["case",["match",["get","a"],["b"],true,false],"",["coalesce",["get","name:en"],["get","name"]]]}},
                       {"type":"symbol","source":"m","layout":{"text-field":{"stops":[[8," "],[12,"{name:en}\n{ele} m"]]}}},{"type":"symbol","source":"m","layout":{"text-field":"{name:en}"}}]}
            """),
            mutator => mutator.Json(), RewriteStyle),
    ];

    private static void RewriteUrl(byte[] input)
    {
        var text = FuzzTargets.TextOf(input);
        var result = Rewriter.Rewrite(text);
        AssertNoSecret(result);
        if (!result.StartsWith(PublicUrl, StringComparison.Ordinal) || text.StartsWith(PublicUrl, StringComparison.Ordinal))
            return;

        // A URL of the application: a browser must not read another path from it.
        var url = new Uri(string.Concat(result.Where(c => c is not ('\t' or '\r' or '\n'))).Replace('\\', '/'));
        if (url.AbsolutePath.Split('/') is not ["", "app", "maptiler", "maps" or "tiles" or "data" or "fonts" or "sprites", ..] || url.Query.TrimStart('?').Split('&').Any(parameter => parameter.StartsWith("key=", StringComparison.Ordinal) || parameter.StartsWith("signature=", StringComparison.Ordinal)))
            throw new InvalidOperationException($"{text} becomes {result}");
        if (Uri.TryCreate(text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text, UriKind.Absolute, out var source) && source.Host != Host)
            throw new InvalidOperationException($"The URL of another host, {text}, becomes {result}");
    }

    private static void RewriteStyle(byte[] input) => FuzzTargets.Allowing<JsonException>(() =>
    {
        var style = JsonRewriter.Rewrite(LabelLanguage.Apply(input, "de", Host).Span, Rewriter.Rewrite);
        _ = MapPart.ReadAll(style.Span, PublicUrl);
        var reader = ResponseJson.Reader(style.Span);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                AssertNoSecret(reader.GetString()!);
        }
    });

    private static void AssertNoSecret(string text)
    {
        if (Secrets.All.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException("The result contains a credential: " + text);
    }
}
