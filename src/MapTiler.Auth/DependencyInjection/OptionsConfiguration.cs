using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MapTiler.DependencyInjection;

/// <summary>Reads the options of an account from the configuration and the environment variables. Delegates of the application override them.</summary>
internal static class OptionsConfiguration
{
    private const string ApiKeyVariable = "MAPTILER_API_KEY";
    private const string ServiceTokenVariable = "MAPTILER_SERVICE_TOKEN";
    private const string BaseAddressVariable = "MAPTILER_BASE_ADDRESS";
    private const string ServiceBaseAddressVariable = "MAPTILER_SERVICE_BASE_ADDRESS";

    /// <summary>Reads the sections of the registration, before the delegates of the application.</summary>
    public static void Bind(IServiceCollection services, Registration registration)
    {
        var account = registration.Account;
        services.AddOptions<MapTilerOptions>(account).Configure<IServiceProvider>((options, provider) =>
        {
            foreach (var section in registration.Sections)
            {
                if (SectionOf(provider, account, section) is { } source)
                    Bind(source, options, account);
            }
        });
        services.PostConfigure<MapTilerOptions>(account, options =>
        {
            Trim(options);
            if (registration.ReadsEnvironment)
                UseEnvironment(options);
        });
    }

    /// <exception cref="OptionsValidationException">A value cannot be converted. The message does not contain it, unlike that of the binder: it can be a key by mistake.</exception>
    private static void Bind(IConfiguration source, MapTilerOptions options, string account)
    {
        var failures = new List<string>();
        options.ApiKey = source[nameof(options.ApiKey)] ?? options.ApiKey;
        options.BrowserApiKey = source[nameof(options.BrowserApiKey)] ?? options.BrowserApiKey;
        options.ServiceToken = source[nameof(options.ServiceToken)] ?? options.ServiceToken;
        foreach (var key in source.GetSection(nameof(options.MapApiKeys)).GetChildren())
            options.MapApiKeys[key.Key] = key.Value ?? "";
        options.UserAgent = source[nameof(options.UserAgent)] ?? options.UserAgent;
        options.Origin = source[nameof(options.Origin)] ?? options.Origin;
        options.ReplaceUserAgent = Read(nameof(options.ReplaceUserAgent), bool.TryParse, options.ReplaceUserAgent);
        options.AllowInsecureBaseAddress = Read(nameof(options.AllowInsecureBaseAddress), bool.TryParse, options.AllowInsecureBaseAddress);
        options.AllowMissingCredential = Read(nameof(options.AllowMissingCredential), bool.TryParse, options.AllowMissingCredential);
        options.Authentication = Read(nameof(options.Authentication), static (string text, out MapTilerAuthentication value) => Enum.TryParse(text, ignoreCase: true, out value), options.Authentication);
        options.BaseAddress = Read(nameof(options.BaseAddress), TryCreateUri, options.BaseAddress);
        options.ServiceBaseAddress = Read(nameof(options.ServiceBaseAddress), TryCreateUri, options.ServiceBaseAddress);
        if (failures.Count > 0)
            throw new OptionsValidationException(account, typeof(MapTilerOptions), failures);

        T Read<T>(string name, TryParse<T> tryParse, T current)
        {
            if (source[name] is not { } text || string.IsNullOrWhiteSpace(text))
                return current;
            if (tryParse(text.Trim(), out var value))
                return value;
            failures.Add($"{ClientNames.SectionOf(account)}:{name} cannot be converted to the type of the option.");
            return current;
        }

        static bool TryCreateUri(string text, out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value!);
    }

    /// <summary>Adds a section and reloads the options when it changes.</summary>
    /// <exception cref="ArgumentException">The section is the whole configuration.</exception>
    public static void AddSection(IServiceCollection services, Registration registration, IConfiguration? section)
    {
        if (section is IConfigurationRoot && section.GetSection(ClientNames.Section).Exists() && section[nameof(MapTilerOptions.ApiKey)] is null)
            throw new ArgumentException($"The argument is the whole configuration, not a section. Pass its section: configuration.GetSection(\"{ClientNames.Section}\").", nameof(section));

        registration.Sections.Add(section);
        services.AddSingleton<IOptionsChangeTokenSource<MapTilerOptions>>(provider => SectionOf(provider, registration.Account, section) is { } source
            ? new ConfigurationChangeTokenSource<MapTilerOptions>(registration.Account, source)
            : new NeverChanges(registration.Account));
    }

    private static IConfiguration? SectionOf(IServiceProvider provider, string account, IConfiguration? section) =>
        section ?? provider.GetService<IConfiguration>()?.GetSection(ClientNames.SectionOf(account));

    // Last, so that a credential in the environment does not override one that was set explicitly.
    private static void UseEnvironment(MapTilerOptions options)
    {
        if (options.ApiKey is not null || options.ServiceToken is not null)
            return;

        options.ApiKey = Trimmed(Environment.GetEnvironmentVariable(ApiKeyVariable));
        options.ServiceToken = Trimmed(Environment.GetEnvironmentVariable(ServiceTokenVariable));
        if (options.ApiKey is null && options.ServiceToken is null)
            return;

        // A credential of the environment is for the server that the environment names, such as an emulator.
        if (options.BaseAddress == MapTilerAddresses.PublicApi)
            options.BaseAddress = AddressIn(BaseAddressVariable) ?? options.BaseAddress;
        if (options.ServiceBaseAddress == MapTilerAddresses.ServiceApi)
            options.ServiceBaseAddress = AddressIn(ServiceBaseAddressVariable) ?? options.ServiceBaseAddress;
    }

    /// <exception cref="OptionsValidationException">The value is not a URL. The message does not contain it.</exception>
    private static Uri? AddressIn(string variable)
    {
        if (Trimmed(Environment.GetEnvironmentVariable(variable)) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new OptionsValidationException(variable, typeof(MapTilerOptions), [$"The environment variable {variable} is not an absolute URL."]);
    }

    private static void Trim(MapTilerOptions options)
    {
        options.ApiKey = Trimmed(options.ApiKey);
        options.BrowserApiKey = Trimmed(options.BrowserApiKey);
        options.ServiceToken = Trimmed(options.ServiceToken);
        options.UserAgent = Trimmed(options.UserAgent);
        options.Origin = Trimmed(options.Origin);
        foreach (var pair in options.MapApiKeys.ToArray())
            options.MapApiKeys[pair.Key] = Trimmed(pair.Value) ?? (MapTilerSecret)"";
    }

    private static MapTilerSecret? Trimmed(MapTilerSecret? secret) => Trimmed(secret?.Reveal());

    // A blank value is an unset template value and does not override others.
    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    private delegate bool TryParse<T>(string text, out T value);

    private sealed class NeverChanges(string name) : IOptionsChangeTokenSource<MapTilerOptions>
    {
        public string Name { get; } = name;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);
    }
}

/// <summary>Marks in the service collection that an account is registered, so that a second registration only adds to the first.</summary>
internal sealed class Registration(string account, bool readsEnvironment)
{
    public bool ReadsEnvironment { get; } = readsEnvironment;

    public string Account { get; } = account;

    /// <summary>The sections to read, in order; <see langword="null"/> is the section of the account in the configuration of the application.</summary>
    public List<IConfiguration?> Sections { get; } = [];
}
