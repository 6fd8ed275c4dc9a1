using System.Text.Json;
using System.Text.Json.Nodes;
using SkiaSharp;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>The results of a page with a library from npm, see <c>node/pages.mjs</c>.</summary>
internal sealed class LibraryPage(string name, string screenshots, JsonElement results)
{
    public string Name => name;

    /// <summary>The value that the page returns.</summary>
    public JsonElement Result => results.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{name}: {results}");

    /// <summary>The error that the page ended with; null if it was drawn.</summary>
    public string? Failure => results.TryGetProperty("failure", out var failure) ? failure.GetString() : null;

    /// <summary>The errors and warnings of the console, failed requests and error responses.</summary>
    public IReadOnlyList<string> Problems => Strings("problems");

    public IReadOnlyList<string> Requests => Strings("requests");

    /// <summary>Each is a status, a method and a URL.</summary>
    public IReadOnlyList<string> Responses => Strings("responses");

    /// <summary>The number of colors in the screenshot.</summary>
    public int Colors
    {
        get
        {
            using var image = SKBitmap.Decode(BrowserScript.Screenshot($"{screenshots}-{name}.png"));
            return image.Pixels.Distinct().Count();
        }
    }

    /// <summary>Shows pages one after the other in one browser.</summary>
    /// <param name="screenshots">The prefix of the names of the screenshots.</param>
    /// <param name="input">The input of the script.</param>
    public static async Task<IReadOnlyDictionary<string, LibraryPage>> ShowAsync(string screenshots, JsonObject input)
    {
        input["screenshots"] = BrowserScript.Screenshot(screenshots);
        using var output = await BrowserScript.RunAsync("pages.mjs", input);
        return output.RootElement.Clone().EnumerateObject().ToDictionary(page => page.Name, page => new LibraryPage(page.Name, screenshots, page.Value));
    }

    /// <summary>The fonts that ol-mapbox-style loads from another host are empty.</summary>
    public static JsonObject WithoutFonts() => new() { ["https://cdn.jsdelivr.net/"] = null };

    private string[] Strings(string member) => [.. results.GetProperty(member).EnumerateArray().Select(item => item.GetString()!)];
}
