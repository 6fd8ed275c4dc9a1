using System.Globalization;

namespace MapTiler.Tests;

/// <summary>The cultures that break numbers: decimal commas, other minus signs, other digits, the Turkish i.</summary>
internal static class Cultures
{
    public static readonly string[] All = ["cs-CZ", "de-DE", "tr-TR", "sv-SE", "fa-IR", "ar-SA"];

    /// <summary>The same cultures as rows of a theory.</summary>
    public static TheoryData<string> Names => [.. All];

    /// <summary>Runs a function on this thread with the culture, and restores the previous culture.</summary>
    public static T In<T>(string culture, Func<T> run)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
