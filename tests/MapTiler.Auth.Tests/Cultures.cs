using System.Globalization;

namespace MapTiler.Tests;

/// <summary>The cultures that break numbers: decimal commas, other minus signs, other digits, the Turkish i.</summary>
internal static class Cultures
{
    public static readonly string[] All = ["cs-CZ", "de-DE", "tr-TR", "sv-SE", "fa-IR", "ar-SA"];

    /// <summary>Runs on this thread with the culture, and gives the old one back.</summary>
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
