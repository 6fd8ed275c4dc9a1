namespace MapTiler.Authentication;

/// <summary>What a browser cannot do: keep a secret, set a User-Agent.</summary>
internal static class Platform
{
#if NET
    public static bool IsBrowser => OperatingSystem.IsBrowser();
#else
    private static readonly System.Runtime.InteropServices.OSPlatform Browser = System.Runtime.InteropServices.OSPlatform.Create("BROWSER");

    public static bool IsBrowser => System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(Browser);
#endif

    public static void RefuseInBrowser(string what)
    {
        if (IsBrowser)
            throw new PlatformNotSupportedException($"{what} does not work in a browser: whoever sees the page could read the token. Use an API key that is restricted to your origins.");
    }
}
