using System.Reflection;
using System.Runtime.CompilerServices;
using MapTiler.Authentication;
using MapTiler.GeoJson;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Conventions;

public class PublicApiTests
{
    /// <summary>Public classes that are neither sealed nor abstract nor static, since others derive from them.</summary>
    private static readonly Type[] MeantAsBase =
        [.. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(IsClient)];

    /// <summary>Abstract classes from which only the library derives.</summary>
    private static readonly Type[] ClosedToOthers = [typeof(CredentialHandler), typeof(GeoJsonGeometry)];

    private static readonly Type[] Exported = typeof(MapTilerClient).Assembly.GetExportedTypes();

    public static TheoryData<string> Types => [.. Exported.Select(type => type.FullName!)];

    [Fact]
    public void The_build_under_test_is_the_one_that_this_project_means()
    {
        var framework = typeof(MapTilerClient).Assembly.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()!.FrameworkName;

#if NETSTANDARD_BUILD
        Assert.Equal(".NETStandard,Version=v2.0", framework);
#else
        Assert.Equal(".NETCoreApp,Version=v10.0", framework);
#endif
    }

    [Theory, MemberData(nameof(Types))]
    public void Asynchronous_method_has_a_CancellationToken_and_can_be_canceled(string name)
    {
        var waiting = MethodsOf(name).Where(method => IsAwaited(method.ReturnType));

        Assert.All(waiting, method =>
        {
            var last = method.GetParameters().LastOrDefault();
            Assert.Equal((typeof(CancellationToken), "cancellationToken"), (last?.ParameterType, last?.Name));
            Assert.Equal(method.GetParameters().Length, method.GetParameters().Count(p => p == last || p.ParameterType != typeof(CancellationToken)));
            Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Asynchronous_methods_include_SearchAsync() =>
        Assert.Contains(Exported.SelectMany(type => MethodsOf(type.FullName!)), method => method.Name == nameof(GeocodingClient.SearchAsync));

    [Theory, MemberData(nameof(Types))]
    public void A_class_is_sealed_or_meant_as_a_base(string name)
    {
        var type = Exported.Single(t => t.FullName == name);

        Assert.True(!type.IsClass || type.IsSealed || type.IsAbstract || MeantAsBase.Contains(type), $"Seal {name}, or list it here.");
    }

    public static TheoryData<Type> Clients => [.. Exported.Where(IsClient)];

    [Theory, MemberData(nameof(Clients))]
    public void A_client_can_be_mocked(Type client)
    {
        var members = client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name != nameof(IDisposable.Dispose));

        Assert.Contains(ConstructorsOf(client), constructor => constructor.IsFamily && constructor.GetParameters().Length == 0);
        Assert.All(members, member => Assert.True(member is { IsVirtual: true, IsFinal: false }, $"{client.Name}.{member.Name} cannot be overridden."));
    }

    [Fact]
    public void Each_service_has_a_client() => Assert.Equal(18, Clients.Count);

    [Fact]
    public void What_is_meant_as_a_base_is_open() => Assert.All(MeantAsBase, type => Assert.False(type.IsSealed || type.IsAbstract));

    [Fact]
    public void What_is_closed_to_others_has_no_constructor_for_them()
    {
        var closed = Exported.Where(type => type.IsAbstract && !type.IsSealed && type.IsClass && ConstructorsOf(type).All(c => c.IsAssembly || c.IsFamilyAndAssembly || c.IsPrivate));

        Assert.Equal(ClosedToOthers.OrderBy(type => type.Name), closed.OrderBy(type => type.Name));
    }

    [Theory, MemberData(nameof(Types))]
    public void A_namespace_is_of_MapTiler_or_of_dependency_injection(string name)
    {
        var space = Exported.Single(type => type.FullName == name).Namespace!;

        Assert.True(space == "MapTiler" || space.StartsWith("MapTiler.", StringComparison.Ordinal) || space == "Microsoft.Extensions.DependencyInjection", space);
    }

    [Theory, MemberData(nameof(Types))]
    public void No_class_is_named_for_what_it_is_not(string name) =>
        Assert.DoesNotContain(["Manager", "Helper", "Util", "Utils", "Info"], word => name.EndsWith(word, StringComparison.Ordinal));

    [Fact]
    public void Extensions_stand_in_static_classes_that_hold_nothing_else()
    {
        var classes = Exported.Where(type => type.IsDefined(typeof(ExtensionAttribute)));

        Assert.All(classes, type => Assert.All(
            type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly),
            method => Assert.True(method.IsDefined(typeof(ExtensionAttribute)), $"{type.Name}.{method.Name}")));
    }

    private static bool IsClient(Type type) => type.IsClass && type.Name.EndsWith("Client", StringComparison.Ordinal);

    private static bool IsAwaited(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    private static IEnumerable<MethodInfo> MethodsOf(string name) => Exported.Single(type => type.FullName == name)
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static ConstructorInfo[] ConstructorsOf(Type type) => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
}
