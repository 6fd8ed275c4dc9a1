using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

/// <summary>The clients that the SDK offers. A new one is among them by being there.</summary>
internal static class SdkClients
{
    public static IReadOnlyList<Type> Types { get; } = [.. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(IsClient)];

    public static bool IsClient(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Client", StringComparison.Ordinal) && type.GetProperties().Any(property => property.PropertyType.IsInterface);

    public static IEnumerable<object> All(IServiceProvider services) => Types.Select(services.GetRequiredService);

    public static object Named(IServiceProvider services, string name) => services.GetRequiredService(Types.Single(type => type.Name == name));
}
