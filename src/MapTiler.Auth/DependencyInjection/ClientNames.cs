namespace MapTiler.DependencyInjection;

/// <summary>The names of the HTTP clients of an account and of its configuration section.</summary>
internal static class ClientNames
{
    public const string Section = "MapTiler";

    public static string PublicApi(string account) => Of("MapTiler", account);

    public static string ServiceApi(string account) => Of("MapTiler.Service", account);

    /// <summary>The client for the parts of uploads, whose requests have no credential.</summary>
    public static string Upload(string account) => Of("MapTiler.Upload", account);

    /// <summary>The configuration section: <c>MapTiler</c> or <c>MapTiler:account</c>.</summary>
    public static string SectionOf(string account) => Of(Section, account);

    private static string Of(string prefix, string account) => account.Length == 0 ? prefix : prefix + ":" + account;
}
