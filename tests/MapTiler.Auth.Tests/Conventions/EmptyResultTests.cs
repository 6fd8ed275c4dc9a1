using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.Images;

namespace MapTiler.Tests.Conventions;

/// <summary>The service may leave out what it documents as optional; what is a collection is never null then.</summary>
public class EmptyResultTests
{
    /// <summary>Useless without the members that the service promises.</summary>
    private static readonly Type[] WithRequiredMembers = [typeof(ImageJson), typeof(MapTiler.Geocoding.GeocodingFeature), typeof(MapTiler.Geocoding.GeocodingContext)];

    private static readonly Type[] Results =
    [
        .. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type =>
            type.IsClass && type.IsSealed && type.GetProperties().Any(property => property.IsDefined(typeof(JsonPropertyNameAttribute)))),
    ];

    public static TheoryData<string> Names => [.. Results.Except(WithRequiredMembers).Select(type => type.FullName!)];

    [Theory, MemberData(nameof(Names))]
    public void An_empty_object_is_read_and_its_collections_are_empty(string name)
    {
        var type = Results.Single(t => t.FullName == name);

        foreach (var json in new[] { "{}", "{" + string.Join(',', Members(type).Where(IsNullable).Select(m => $"\"{m.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name}\":null")) + "}" })
        {
            var result = JsonSerializer.Deserialize(json, type);
            Assert.All(Members(type).Where(m => IsCollection(m.PropertyType)), member => Assert.Empty((IEnumerable)member.GetValue(result)!));
            Assert.NotNull(result!.ToString());
        }
    }

    [Fact]
    public void There_are_results_of_every_service() => Assert.True(Results.Select(type => type.Namespace).Distinct().Count() >= 6 && Results.Length >= 15);

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(property => property.IsDefined(typeof(JsonPropertyNameAttribute)) && property.CanWrite);

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool IsNullable(PropertyInfo member) => !member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null;
}
