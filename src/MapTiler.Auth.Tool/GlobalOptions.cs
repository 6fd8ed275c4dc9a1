using System.CommandLine;

namespace MapTiler.Tool;

/// <summary>The options of all commands.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Write each request to the standard error", Recursive = true };

    public static Option<string?> Profile { get; } = new("--profile") { Description = "The profile of the configuration file", HelpName = "name", Recursive = true, CompletionSources = { _ => Configuration.Load().Profiles.Keys.Select(name => new System.CommandLine.Completions.CompletionItem(name)) } };

    public static Option<string?> KeyFile { get; } = new("--key-file") { Description = "A file with an API key or service token; - for standard input", HelpName = "path", Recursive = true };

    public static Option<string?> InsecureKey { get; } = new("--insecure-key")
    {
        Description = "The API key itself, which other users of the machine can read",
        HelpName = "key",
        Recursive = true,
    };

    public static Option<string?> UserAgent { get; } = new("--user-agent") { Description = "The User-Agent header, for a key that is restricted to one", HelpName = "value", Recursive = true };

    public static Option<string?> Origin { get; } = new("--origin") { Description = "The Origin header, for a key that is restricted to origins: a host such as shop.example, or a URL", HelpName = "host", Recursive = true };

    /// <summary>Removes the options of an account from the help of a command that uses none.</summary>
    public static void HideAccount()
    {
        foreach (Option option in (Option[])[Verbose, Profile, KeyFile, InsecureKey, UserAgent, Origin])
            option.Hidden = true;
    }

    public static void AddTo(RootCommand root)
    {
        foreach (Option option in (Option[])[Json, Verbose, Profile, KeyFile, InsecureKey, UserAgent, Origin])
            root.Options.Add(option);
    }
}
