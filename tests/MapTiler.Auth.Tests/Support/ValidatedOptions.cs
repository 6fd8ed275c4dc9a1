using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests;

/// <summary>Options as an application receives them: from AddMapTiler, bound and validated.</summary>
internal static class ValidatedOptions
{
    /// <summary>A named account, which reads no environment variables.</summary>
    public const string Account = "tenant-a";

    public static MapTilerOptions From(Action<MapTilerOptions> configure) => Get(services => services.AddMapTiler(Account, configure), Account);

    public static MapTilerOptions Get(Action<IServiceCollection> register, string name = "")
    {
        var services = new ServiceCollection();
        register(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>().Get(name);
    }

    /// <summary>Returns the failures of invalid options; each contains the name of its option, none contains <paramref name="canary"/>.</summary>
    public static string[] Failures(Action<MapTilerOptions> configure, string? canary = null)
    {
        var error = Assert.Throws<OptionsValidationException>(() => From(configure));
        Assert.All(error.Failures, failure => Assert.StartsWith("MapTiler:tenant-a:", failure, StringComparison.Ordinal));
        if (canary is not null)
            Assert.DoesNotContain(canary, error.ToString(), StringComparison.OrdinalIgnoreCase);
        return [.. error.Failures];
    }

    public static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => pair.Value)).Build();
}
