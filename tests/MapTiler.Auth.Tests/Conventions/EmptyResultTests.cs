using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Tests.Conventions;

/// <summary>The service may omit optional members; collections are then empty, never null.</summary>
public class EmptyResultTests
{
    private static readonly Type[] Results =
    [
        .. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type =>
            type.IsClass && type.IsSealed && type.GetProperties().Any(property => property.IsDefined(typeof(JsonPropertyNameAttribute)))),
    ];

    public static TheoryData<string> Names => [.. Results.Where(type => !type.GetProperties().Any(property => property.IsDefined(typeof(JsonRequiredAttribute)))).Select(type => type.FullName!)];

    [Theory, MemberData(nameof(Names))]
    public void Result_from_an_empty_object_or_nulls_has_empty_collections(string name)
    {
        var type = Results.Single(t => t.FullName == name);

        foreach (var json in new[] { "{}", "{" + string.Join(',', Members(type).Where(IsNullable).Select(m => $"\"{m.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name}\":null")) + "}" })
        {
            var result = JsonSerializer.Deserialize(json, type);
            Assert.All(Members(type).Where(m => IsCollection(m.PropertyType)), member => Assert.Empty((IEnumerable)member.GetValue(result)!));
            Assert.NotNull(result!.ToString());
        }
    }

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(property => property.IsDefined(typeof(JsonPropertyNameAttribute)) && property.CanWrite);

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool IsNullable(PropertyInfo member) => !member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null;
}
