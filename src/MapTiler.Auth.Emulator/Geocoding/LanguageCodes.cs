using Microsoft.Net.Http.Headers;

namespace MapTiler.Emulator.Geocoding;

/// <summary>The language codes that the service takes.</summary>
internal static class LanguageCodes
{
    private const string Codes =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
        + "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg "
        + "ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn "
        + "no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
        + "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    private static readonly HashSet<string> Known = new(Codes.Split(' '), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Known;

    public static bool Contains(string code) => Known.Contains(code);
}

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
