using System.Text.Json;

namespace MapTiler.Emulator.Tests;

/// <summary>What tests of the search share.</summary>
public abstract class GeocodingTest : EmulatorTest
{
    protected Task<JsonElement> SearchAsync(string rawQuery, string parameters = "") => GetJsonAsync($"/geocoding/{rawQuery}.json{parameters}");

    protected async Task<JsonElement[]> FeaturesAsync(string rawQuery, string parameters = "") =>
        [.. (await SearchAsync(rawQuery, parameters)).GetProperty("features").EnumerateArray()];

    protected async Task<string[]> IdsAsync(string rawQuery, string parameters = "") =>
        [.. (await FeaturesAsync(rawQuery, parameters)).Select(f => Text(f, "id"))];

    protected async Task<JsonElement> FirstAsync(string rawQuery, string parameters = "") => (await FeaturesAsync(rawQuery, parameters))[0];

    protected static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    protected static double[] Numbers(JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(n => n.GetDouble())];

    protected static string[] Types(IEnumerable<JsonElement> features) =>
        [.. features.Select(f => f.GetProperty("place_type")[0].GetString()!)];
}
