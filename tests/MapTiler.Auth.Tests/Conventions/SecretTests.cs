using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Conventions;

public class SecretTests
{
    private const string Canary = "c4nary-0123456789";

    /// <summary>One of each type that gets to know a secret, with a canary in it.</summary>
    private static readonly Dictionary<Type, Func<object>> Holders = new()
    {
        [typeof(MapTilerOptions)] = () => Options(),
        [typeof(ServiceToken)] = () => ServiceToken.Parse(TestToken.Text),
        [typeof(MapTilerUrlBuilder)] = () => new MapTilerUrlBuilder(Canary),
        [typeof(ApiKeyHandler)] = () => new ApiKeyHandler(Canary),
        [typeof(RequestSigningHandler)] = () => new RequestSigningHandler(TestToken.Value),
        [typeof(ServiceApiHandler)] = () => new ServiceApiHandler(TestToken.Value),
        [typeof(MapTilerClient)] = () => new MapTilerClient(Options()),
        [typeof(MapTilerServiceClient)] = () => new MapTilerServiceClient(Options()),
    };

    public static TheoryData<string> Names => [.. Holders.Keys.Select(type => type.Name)];

    [Fact]
    public void Every_type_that_takes_a_secret_is_tested_here()
    {
        var takers = typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type =>
            type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name is "apiKey" or "token" or "serviceToken" or "options" || p.ParameterType == typeof(ServiceToken))
            || type.GetProperties().Any(p => p.PropertyType != typeof(CancellationToken) && (p.Name.EndsWith("ApiKey", StringComparison.Ordinal) || p.Name.EndsWith("Token", StringComparison.Ordinal) || p.Name.EndsWith("Secret", StringComparison.Ordinal)))
            || type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.ReturnType == type && m.GetParameters().Any(p => p.Name is "token" or "options")));

        Assert.Equal(Holders.Keys.Select(type => type.Name).Order(), takers.Select(type => type.Name).Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void The_text_shows_no_secret(string name) => AssertClean(Create(name).ToString()!);

    [Theory, MemberData(nameof(Names))]
    public void Json_shows_no_secret(string name)
    {
        var holder = Create(name);
        try
        {
            AssertClean(JsonSerializer.Serialize(holder, holder.GetType()));
            AssertClean(JsonSerializer.Serialize(new { holder }));
        }
        catch (NotSupportedException e)
        {
            AssertClean(e.ToString()); // a type that is no data
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_debugger_that_opens_it_shows_no_secret(string name)
    {
        var holder = Create(name);
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

        foreach (var field in holder.GetType().GetFields(All).Where(IsShown))
            AssertClean(Text(field.GetValue(holder)));
        foreach (var property in holder.GetType().GetProperties(All).Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && IsShown(p)))
            AssertClean(Text(property.GetValue(holder)));
    }

    [Fact]
    public void Reflection_over_public_properties_shows_no_secret()
    {
        var seen = new List<string>();
        void Read(object? value, int depth)
        {
            if (value is null || depth > 4)
                return;
            seen.Add(value.ToString() ?? "");
            if (value is string or Uri || value.GetType().IsPrimitive)
                return;
            if (value is IEnumerable items)
            {
                foreach (var item in items)
                    Read(item, depth + 1);
                return;
            }

            foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                Read(property.GetValue(value), depth + 1);
        }

        Read(Options(), 0);

        Assert.Contains("streets-v4", seen);
        Assert.All(seen, AssertClean);
    }

    [Fact]
    public void An_account_shows_no_secret()
    {
        using var provider = new ServiceCollection().AddMapTiler("tenant-a", o => Options().CopyTo(o)).Services.BuildServiceProvider();

        var builder = provider.GetRequiredKeyedService<MapTilerUrlBuilder>("tenant-a");
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("MapTiler:tenant-a");

        AssertClean(builder.ToString());
        AssertClean(client.BaseAddress + client.DefaultRequestHeaders.ToString());
        AssertClean(string.Join(' ', provider.GetRequiredKeyedService<AccountMonitor>("tenant-a").Current.PublicApi, provider.GetRequiredKeyedService<AccountMonitor>("tenant-a").Current));
    }

    private static object Create(string name) => Holders.Single(pair => pair.Key.Name == name).Value();

    private static MapTilerOptions Options() => new()
    {
        ApiKey = Canary,
        BrowserApiKey = Canary + "2",
        MapApiKeys = { ["streets-v4"] = Canary },
        ServiceToken = TestToken.Text,
    };

    private static bool IsShown(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never && !member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        IEnumerable<KeyValuePair<string, string>> pairs => string.Join(' ', pairs),
        _ => value?.ToString() ?? "",
    };

    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TestToken.SecretText, text, StringComparison.OrdinalIgnoreCase);
    }
}
