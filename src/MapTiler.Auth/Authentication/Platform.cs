namespace MapTiler.Authentication;

/// <summary>Detects a browser, where code cannot keep a secret or set a User-Agent.</summary>
internal static class Platform
{
#if NET
    public static bool IsBrowser => OperatingSystem.IsBrowser();
#else
    private static readonly System.Runtime.InteropServices.OSPlatform Browser = System.Runtime.InteropServices.OSPlatform.Create("BROWSER");

    public static bool IsBrowser => System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(Browser);
#endif

    public static void RejectInBrowser(string what)
    {
        if (IsBrowser)
            throw new PlatformNotSupportedException($"{what} does not work in a browser: everyone who loads the page could read the token. Use an API key that is restricted to your origins.");
    }
}
