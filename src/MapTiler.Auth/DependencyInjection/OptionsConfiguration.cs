using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MapTiler;

/// <summary>Where the options of an account come from: the environment, then the configuration, then the delegate.</summary>
internal static class OptionsConfiguration
{
    private const string ApiKeyVariable = "MAPTILER_API_KEY";
    private const string ServiceTokenVariable = "MAPTILER_SERVICE_TOKEN";

    /// <summary>Reads the sections of the registration, before any delegate of the application.</summary>
    public static void Bind(IServiceCollection services, Registration registration)
    {
        var name = registration.Name;
        services.AddOptions<MapTilerOptions>(name).Configure<IServiceProvider>((options, provider) =>
        {
            foreach (var section in registration.Sections)
            {
                if (SectionOf(provider, name, section) is { } source)
                    source.Bind(options);
            }
        });
        services.PostConfigure<MapTilerOptions>(name, options =>
        {
            Trim(options);
            if (registration.ReadsEnvironment)
                UseEnvironment(options);
        });
    }

    /// <summary>Adds a section, and counts its reloads.</summary>
    /// <exception cref="ArgumentException">It is the whole configuration, which holds the section.</exception>
    public static void AddSection(IServiceCollection services, Registration registration, IConfiguration? section)
    {
        if (section is IConfigurationRoot && section.GetSection(ClientNames.Section).Exists() && section[nameof(MapTilerOptions.ApiKey)] is null)
            throw new ArgumentException($"This is the whole configuration. Pass its section: configuration.GetSection(\"{ClientNames.Section}\").", nameof(section));

        registration.Sections.Add(section);
        services.AddSingleton<IOptionsChangeTokenSource<MapTilerOptions>>(provider => SectionOf(provider, registration.Name, section) is { } source
            ? new ConfigurationChangeTokenSource<MapTilerOptions>(registration.Name, source)
            : new NeverChanges(registration.Name));
    }

    private static IConfiguration? SectionOf(IServiceProvider provider, string name, IConfiguration? section) =>
        section ?? provider.GetService<IConfiguration>()?.GetSection(ClientNames.SectionOf(name));

    // After everything else, so that a key that happens to be in the environment never stands in front of a token that somebody set.
    private static void UseEnvironment(MapTilerOptions options)
    {
        if (options.ApiKey is null && options.ServiceToken is null)
            options.ApiKey = Trimmed(Environment.GetEnvironmentVariable(ApiKeyVariable));
        options.ServiceToken ??= Trimmed(Environment.GetEnvironmentVariable(ServiceTokenVariable));
    }

    private static void Trim(MapTilerOptions options)
    {
        options.ApiKey = Trimmed(options.ApiKey);
        options.BrowserApiKey = Trimmed(options.BrowserApiKey);
        options.ServiceToken = Trimmed(options.ServiceToken);
        options.UserAgent = Trimmed(options.UserAgent);
        options.Origin = Trimmed(options.Origin);
        foreach (var pair in options.MapApiKeys.ToArray())
            options.MapApiKeys[pair.Key] = Trimmed(pair.Value) ?? "";
    }

    // A blank value is a template that nobody filled in: it hides nothing.
    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    private sealed class NeverChanges(string name) : IOptionsChangeTokenSource<MapTilerOptions>
    {
        public string Name { get; } = name;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);
    }
}
