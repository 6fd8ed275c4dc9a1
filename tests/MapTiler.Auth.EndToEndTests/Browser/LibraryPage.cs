using System.Text.Json;
using System.Text.Json.Nodes;
using SkiaSharp;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>What a page with a library from npm has seen, see <c>node/pages.mjs</c>.</summary>
internal sealed class LibraryPage(string name, string screenshots, JsonElement seen)
{
    public string Name => name;

    /// <summary>What the page reports itself.</summary>
    public JsonElement Result => seen.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{name}: {seen}");

    /// <summary>Why the page has not been drawn.</summary>
    public string? Failure => seen.TryGetProperty("failure", out var failure) ? failure.GetString() : null;

    /// <summary>What the browser has reported: errors and warnings of the console, failed requests and errors of the server.</summary>
    public IReadOnlyList<string> Complaints => Texts("complaints");

    public IReadOnlyList<string> Requests => Texts("requests");

    /// <summary>Each is a status, a method and a URL.</summary>
    public IReadOnlyList<string> Responses => Texts("responses");

    /// <summary>How many colors the screenshot has.</summary>
    public int Colors
    {
        get
        {
            using var image = SKBitmap.Decode(BrowserScript.Screenshot($"{screenshots}-{name}.png"));
            return image.Pixels.Distinct().Count();
        }
    }

    /// <summary>Shows pages one after the other in one browser.</summary>
    /// <param name="screenshots">What the names of the screenshots begin with.</param>
    /// <param name="input">What the script gets.</param>
    public static async Task<IReadOnlyDictionary<string, LibraryPage>> ShowAsync(string screenshots, JsonObject input)
    {
        input["screenshots"] = BrowserScript.Screenshot(screenshots);
        using var seen = await BrowserScript.RunAsync("pages.mjs", input);
        return seen.RootElement.Clone().EnumerateObject().ToDictionary(page => page.Name, page => new LibraryPage(page.Name, screenshots, page.Value));
    }

    /// <summary>The fonts that ol-mapbox-style loads from another host are empty.</summary>
    public static JsonObject WithoutFonts() => new() { ["https://cdn.jsdelivr.net/"] = null };

    private string[] Texts(string member) => [.. seen.GetProperty(member).EnumerateArray().Select(text => text.GetString()!)];
}
