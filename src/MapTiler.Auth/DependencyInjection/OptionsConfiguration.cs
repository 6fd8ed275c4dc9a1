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

    /// <summary>Reads the given section, or the one of the account in the configuration of the application, if there is one.</summary>
    public static void Bind(IServiceCollection services, string name, IConfiguration? section)
    {
        services.AddSingleton<IOptionsChangeTokenSource<MapTilerOptions>>(provider => SectionOf(provider, name, section) is { } source
            ? new ConfigurationChangeTokenSource<MapTilerOptions>(name, source)
            : new NeverChanges(name));
        services.AddOptions<MapTilerOptions>(name).Configure<IServiceProvider>((options, provider) =>
        {
            if (SectionOf(provider, name, section) is { } source)
                source.Bind(options);
            if (name.Length == 0)
                UseEnvironment(options);
        });
        services.PostConfigure<MapTilerOptions>(name, Trim);
    }

    private static IConfiguration? SectionOf(IServiceProvider provider, string name, IConfiguration? section) =>
        section ?? provider.GetService<IConfiguration>()?.GetSection(ClientNames.SectionOf(name));

    // A blank value in the configuration is a template that nobody filled in: it hides nothing.
    private static void UseEnvironment(MapTilerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            options.ApiKey = Environment.GetEnvironmentVariable(ApiKeyVariable);
        if (string.IsNullOrWhiteSpace(options.ServiceToken))
            options.ServiceToken = Environment.GetEnvironmentVariable(ServiceTokenVariable);
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

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    private sealed class NeverChanges(string name) : IOptionsChangeTokenSource<MapTilerOptions>
    {
        public string Name { get; } = name;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);
    }
}
