namespace MapTiler;

/// <summary>The names of the clients of an account.</summary>
internal static class ClientNames
{
    public const string Section = "MapTiler";

    public static string PublicApi(string name) => Of("MapTiler", name);

    public static string ServiceApi(string name) => Of("MapTiler.Service", name);

    /// <summary>For the parts of uploads, which carry no credential.</summary>
    public static string Upload(string name) => Of("MapTiler.Upload", name);

    /// <summary>The section of the configuration: <c>MapTiler</c> or <c>MapTiler:name</c>.</summary>
    public static string SectionOf(string name) => Of(Section, name);

    private static string Of(string prefix, string name) => name.Length == 0 ? prefix : prefix + ":" + name;
}
