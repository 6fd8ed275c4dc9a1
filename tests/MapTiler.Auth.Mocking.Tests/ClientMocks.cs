using System.Reflection;
using System.Text.Json;
using MapTiler.Maps;

namespace MapTiler.Mocking.Tests;

/// <summary>The clients and the results that their methods return, found by reflection over the public API alone.</summary>
internal static class ClientMocks
{
    public static IReadOnlyList<Type> Clients { get; } =
        [.. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type => type.IsClass && type.Name.EndsWith("Client", StringComparison.Ordinal))];

    /// <summary>Every public class and structure of the SDK that a member of a client returns, directly or within another result.</summary>
    public static IReadOnlyList<Type> Results { get; } = FindResults();

    public static IEnumerable<MethodInfo> MethodsOf(Type client) =>
        client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name != nameof(IDisposable.Dispose));

    public static object? CreateArgument(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) || (type.IsInterface && type.Name.StartsWith("IAsync", StringComparison.Ordinal)) ? null : Create(type);

    /// <summary>Creates a value by a public constructor, whose parameters get their defaults or created values.</summary>
    public static object? Create(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Create(underlying);
        if (type == typeof(string))
            return "x";
        if (type == typeof(Uri))
            return new Uri("https://example.com/");
        if (type == typeof(JsonElement))
            return JsonElement.Parse("{}");
        if (type == typeof(Stream))
            return new MemoryStream([1]);
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, 0);
        if (type.IsGenericType && type.IsInterface && type.GetGenericTypeDefinition() is { } generic)
        {
            if (generic == typeof(IReadOnlyList<>) || generic == typeof(IEnumerable<>))
                return Array.CreateInstance(type.GetGenericArguments()[0], 0);
            if (generic == typeof(IReadOnlyDictionary<,>) || generic == typeof(IDictionary<,>))
                return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        }

        if (type.IsInterface || type == typeof(TimeProvider))
            return null;

        var implementation = type.IsAbstract ? type.Assembly.GetExportedTypes().First(t => !t.IsAbstract && type.IsAssignableFrom(t)) : type;
        if (implementation.IsValueType)
            return Activator.CreateInstance(implementation);
        var constructor = implementation.GetConstructors().MinBy(c => c.GetParameters().Length)
            ?? throw new MissingMethodException($"{implementation.FullName} has no public constructor, so that a test cannot create it.");
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : Create(p.ParameterType))]);
    }

    private static List<Type> FindResults()
    {
        var found = new List<Type>();
        var queue = new Queue<Type>(Clients.SelectMany(MethodsOf).Select(method => method.ReturnType));
        while (queue.TryDequeue(out var type))
        {
            foreach (var argument in type.GetGenericArguments())
                queue.Enqueue(argument);
            if (type.Assembly != typeof(MapTilerClient).Assembly || found.Contains(type) || Clients.Contains(type) || type.IsEnum)
                continue;

            found.Add(type);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                queue.Enqueue(property.PropertyType);
        }

        // The sources of a style are created with it, from its JSON.
        found.Remove(typeof(StyleSource));
        return found;
    }
}
