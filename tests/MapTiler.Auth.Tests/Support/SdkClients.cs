using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

/// <summary>The clients of the SDK. New ones are included automatically.</summary>
internal static class SdkClients
{
    public static IReadOnlyList<Type> Types { get; } = [.. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(IsClient)];

    public static bool IsClient(Type type) =>
        IsService(type) && type.GetProperties().Any(property => IsService(property.PropertyType));

    /// <summary>Whether a type is the client of a service or of several.</summary>
    public static bool IsService(Type type) => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Client", StringComparison.Ordinal);

    public static IEnumerable<object> All(IServiceProvider services) => Types.Select(services.GetRequiredService);

    public static object Named(IServiceProvider services, string name) => services.GetRequiredService(Types.Single(type => type.Name == name));
}
