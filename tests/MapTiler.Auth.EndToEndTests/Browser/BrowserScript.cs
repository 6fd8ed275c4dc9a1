using System.Text.Json;
using System.Text.Json.Nodes;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>The scripts that drive a headless Chromium.</summary>
internal static class BrowserScript
{
    /// <summary>Runs a script with this input and returns its output.</summary>
    public static async Task<JsonDocument> RunAsync(string script, JsonNode input)
    {
        var chromium = OtherProgram.PathOf("chromium");
        return JsonDocument.Parse(await NodeProject.RunAsync(script, [chromium], input.ToJsonString()));
    }

    /// <summary>The path of a screenshot.</summary>
    public static string Screenshot(string name) => Artifacts.PathOf("screenshots", name);
}
