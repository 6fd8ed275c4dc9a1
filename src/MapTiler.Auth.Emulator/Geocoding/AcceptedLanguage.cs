using Microsoft.Net.Http.Headers;

namespace MapTiler.Emulator;

/// <summary>Reads the header <c>Accept-Language</c>, which counts where the parameter is left out.</summary>
internal static class AcceptedLanguage
{
    public static string? Best(string header)
    {
        if (header.Length == 0 || !StringWithQualityHeaderValue.TryParseList([header], out var values))
            return null;

        return values
            .OrderByDescending(v => v.Quality ?? 1)
            .Select(v => v.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(LanguageCodes.Contains);
    }
}
