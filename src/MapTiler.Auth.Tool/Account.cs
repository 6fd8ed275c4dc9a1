using System.CommandLine;
using MapTiler.Authentication;
using Spectre.Console;

namespace MapTiler.Tool;

/// <summary>The credential and the settings of a command. The first source that has a credential is used alone, so that a key is never sent to the server of another account.</summary>
internal sealed class Account
{
    private Account(IReadOnlyList<Source> credentials, IEnumerable<Source> settings)
    {
        Sources = credentials;
        var used = credentials[0];
        Options = new()
        {
            ApiKey = used.ApiKey,
            ServiceToken = used.ServiceToken,
            UserAgent = First(settings, Setting.UserAgent),
            Origin = First(settings, Setting.Origin) is { } origin ? ToOrigin(origin) : null,
            AllowInsecureBaseAddress = First(settings, Setting.AllowInsecureBaseAddress) is "true" or "1",
        };
        if (First(settings, Setting.BaseAddress) is { } address)
            Options.BaseAddress = ParseUrl(address, Setting.BaseAddress);
        if (First(settings, Setting.ServiceBaseAddress) is { } serviceAddress)
            Options.ServiceBaseAddress = ParseUrl(serviceAddress, Setting.ServiceBaseAddress);
    }

    public MapTilerOptions Options { get; }

    /// <summary>Where a credential was found. The first one is used.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>A builder of URLs with the credential.</summary>
    public MapTilerUrlBuilder Urls
    {
        get
        {
            if (Options.ApiKey is not { } key)
                return new(RequiredServiceToken, Options.BaseAddress);
            try
            {
                return new(key.Reveal(), Options.BaseAddress);
            }
            catch (ArgumentException e)
            {
                throw new CredentialException(e.Message, e);
            }
        }
    }

    /// <exception cref="CredentialException">There is no service token, or it is not valid.</exception>
    public ServiceToken RequiredServiceToken
    {
        get
        {
            var text = Options.ServiceToken?.Reveal() ?? throw new CredentialException("This command requires a service token. Set MAPTILER_SERVICE_TOKEN or use --key-file. Tokens are under Account > Credentials at https://cloud.maptiler.com");
            return ServiceToken.TryParse(text, out var token) ? token : throw new CredentialException("The service token is not valid. Copy the complete token from Account > Credentials at https://cloud.maptiler.com");
        }
    }

    /// <exception cref="CredentialException">There is no credential.</exception>
    /// <exception cref="UsageException">The key file or the configuration file cannot be used.</exception>
    public static Account Find(ParseResult arguments, Output output)
    {
        var options = Source.OfOptions(arguments);
        var environment = Source.OfEnvironment();
        var configuration = Configuration.Load();
        var profile = arguments.GetValue(GlobalOptions.Profile) ?? Setting.Read("MAPTILER_PROFILE");
        var selected = profile is null ? null : Source.OfProfile(configuration, profile);
        var standard = profile is null && configuration.DefaultProfile is { } name ? Source.OfProfile(configuration, name) : null;

        var credentials = new[] { Source.OfArgument(arguments), Source.OfKeyFile(arguments), selected, environment, standard }.OfType<Source>().Where(source => source.HasCredential).ToList();
        if (credentials.Count == 0)
            credentials.Add(Source.OfPrompt(output) ?? throw new CredentialException(
                $"There is no API key. Set MAPTILER_API_KEY or MAPTILER_SERVICE_TOKEN, use --key-file, or add a profile to {Configuration.Path}. Keys: https://cloud.maptiler.com/account/keys/"));

        // Neither the environment nor the default profile is used beside a credential of another account.
        var used = credentials[0];
        return new(credentials, new[] { options, selected, used == environment || !environment.HasCredential ? environment : null, used == standard ? standard : null }.OfType<Source>());
    }

    // A host, as in the restrictions of a key, or the URL in the address bar of a browser.
    private static string ToOrigin(string value) => (value.Contains("://", StringComparison.Ordinal) ? value : "https://" + value).TrimEnd('/');

    private static string? First(IEnumerable<Source> sources, string setting) => sources.Select(source => source[setting]).FirstOrDefault(value => value is not null);

    private static Uri ParseUrl(string value, string setting) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) ? url : throw new UsageException($"The setting {setting} is not a URL.");
}

/// <summary>The names of the settings in a profile, and of their environment variables.</summary>
internal static class Setting
{
    public const string ApiKey = "apiKey";
    public const string ServiceToken = "serviceToken";
    public const string UserAgent = "userAgent";
    public const string Origin = "origin";
    public const string BaseAddress = "baseAddress";
    public const string ServiceBaseAddress = "serviceBaseAddress";
    public const string AllowInsecureBaseAddress = "allowInsecureBaseAddress";

    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        [ApiKey] = "MAPTILER_API_KEY",
        [ServiceToken] = "MAPTILER_SERVICE_TOKEN",
        [UserAgent] = "MAPTILER_USER_AGENT",
        [Origin] = "MAPTILER_ORIGIN",
        [BaseAddress] = "MAPTILER_BASE_ADDRESS",
        [ServiceBaseAddress] = "MAPTILER_SERVICE_BASE_ADDRESS",
        [AllowInsecureBaseAddress] = "MAPTILER_ALLOW_INSECURE_BASE_ADDRESS",
    };

    /// <summary>Returns the value of an environment variable; <see langword="null"/> if it is blank.</summary>
    public static string? Read(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } value ? value : null;
}

/// <summary>A source of settings.</summary>
/// <param name="name">What a person calls it; <see langword="null"/> for the environment.</param>
/// <param name="settings">The settings.</param>
internal sealed class Source(string? name, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>Returns what a person calls the source of a setting, such as <c>the profile 'work' of /home/me/.config/maptiler/config.json</c>.</summary>
    public string NameOf(string setting) => name ?? $"the environment variable {Setting.Variables[setting]}";

    public string? this[string setting] => settings.TryGetValue(setting, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public string? ApiKey => this[Setting.ApiKey];

    public string? ServiceToken => this[Setting.ServiceToken];

    public bool HasCredential => ApiKey is not null || ServiceToken is not null;

    public static Source OfOptions(ParseResult arguments) => new("the options", new Dictionary<string, string>
    {
        [Setting.UserAgent] = arguments.GetValue(GlobalOptions.UserAgent) ?? "",
        [Setting.Origin] = arguments.GetValue(GlobalOptions.Origin) ?? "",
    });

    public static Source? OfArgument(ParseResult arguments) => arguments.GetValue(GlobalOptions.InsecureKey) is { } value ? OfCredential(value, "the option --insecure-key") : null;

    public static Source? OfKeyFile(ParseResult arguments)
    {
        if (arguments.GetValue(GlobalOptions.KeyFile) is not { } path)
            return null;
        try
        {
            var value = (path == "-" ? Console.In.ReadLine() : File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))) ?? "";
            return string.IsNullOrWhiteSpace(value)
                ? throw new CredentialException($"The key file {path} is empty.")
                : OfCredential(value, path == "-" ? "the standard input" : $"the file {path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialException($"The key file cannot be read. {e.Message}", e);
        }
    }

    public static Source OfEnvironment() => new(null, Setting.Variables.Where(pair => Setting.Read(pair.Value) is not null).ToDictionary(pair => pair.Key, pair => Setting.Read(pair.Value)!));

    /// <exception cref="UsageException">There is no such profile.</exception>
    public static Source OfProfile(Configuration configuration, string name) => configuration.Profiles.TryGetValue(name, out var settings)
        ? new($"the profile '{name}' of {Configuration.Path}", settings)
        : throw new UsageException($"There is no profile '{name}' in {Configuration.Path}. {(configuration.Profiles.Count == 0 ? "It has none." : $"It has: {string.Join(", ", configuration.Profiles.Keys.Order(StringComparer.Ordinal))}.")}");

    public static Source? OfPrompt(Output output) => Output.CanPrompt
        ? OfCredential(output.Status.Prompt(new TextPrompt<string>("API key or service token [grey](not shown)[/]:").Secret(null)), "the prompt")
        : null;

    // Only a service token has the form of one.
    private static Source OfCredential(string value, string name) =>
        new(name, new Dictionary<string, string> { [Authentication.ServiceToken.TryParse(value, out _) ? Setting.ServiceToken : Setting.ApiKey] = value });
}
