using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

public class MapTilerOptionsTests
{
    private static readonly (string Key, string? Value)[] Section =
    [
        ("MapTiler:tenant-a:ApiKey", "c4nary-1"),
        ("MapTiler:tenant-a:BrowserApiKey", "c4nary-2"),
        ("MapTiler:tenant-a:MapApiKeys:streets-v4", "c4nary-3"),
        ("MapTiler:tenant-a:ServiceToken", TestToken.Text),
        ("MapTiler:tenant-a:Authentication", "Signed"),
        ("MapTiler:tenant-a:UserAgent", "my-app/1.2 (contact)"),
        ("MapTiler:tenant-a:ReplaceUserAgent", "true"),
        ("MapTiler:tenant-a:Origin", "https://example.com"),
        ("MapTiler:tenant-a:BaseAddress", "http://emulator:5080/"),
        ("MapTiler:tenant-a:ServiceBaseAddress", "http://emulator:5081/"),
        ("MapTiler:tenant-a:AllowInsecureBaseAddress", "true"),
        ("MapTiler:tenant-a:AllowMissingCredential", "true"),
    ];

    public static TheoryData<string> Settable => [.. typeof(MapTilerOptions).GetProperties().Where(p => p.SetMethod?.IsPublic == true).Select(p => p.Name)];

    [Theory, MemberData(nameof(Settable))]
    public void Property_is_bound_to_the_configuration(string property)
    {
        var (_, expected) = Section.Single(pair => pair.Key == "MapTiler:tenant-a:" + property);

        var bound = typeof(MapTilerOptions).GetProperty(property)!.GetValue(Bound());

        Assert.Equal(expected, bound is MapTilerSecret secret ? secret.Reveal() : Convert.ToString(bound, CultureInfo.InvariantCulture), ignoreCase: bound is bool);
        Assert.NotEqual(typeof(MapTilerOptions).GetProperty(property)!.GetValue(new MapTilerOptions()), bound);
    }

    [Theory, MemberData(nameof(Settable))]
    public void CopyTo_copies_the_property(string property)
    {
        var options = Bound();
        var copy = new MapTilerOptions();

        options.CopyTo(copy);

        Assert.Equal(typeof(MapTilerOptions).GetProperty(property)!.GetValue(options), typeof(MapTilerOptions).GetProperty(property)!.GetValue(copy));
    }

    [Fact]
    public void Every_public_property_is_settable_or_MapApiKeys() =>
        Assert.Equal(["MapApiKeys"], typeof(MapTilerOptions).GetProperties().Where(p => p.SetMethod?.IsPublic != true).Select(p => p.Name));

    [Fact]
    public void MapApiKeys_are_bound_and_copied()
    {
        var options = Bound();
        var copy = new MapTilerOptions { MapApiKeys = { ["old"] = "x" } };

        options.CopyTo(copy);
        options.MapApiKeys["later"] = "y";

        Assert.Equal([new("streets-v4", "c4nary-3")], copy.MapApiKeys);
    }

    [Fact]
    public void Relative_BaseAddress_in_the_configuration_is_rejected() =>
        Assert.Contains("BaseAddress: The base address must be an absolute",
            Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => Bound(("MapTiler:tenant-a:BaseAddress", "api.maptiler.com"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Options_as_text_and_JSON_contain_no_secret()
    {
        var options = Bound();

        var printed = string.Join('\n', options.ToString(), $"{options}", JsonSerializer.Serialize(options), JsonSerializer.Serialize(new { options }));

        Assert.Contains("ApiKey = ***", options.ToString(), StringComparison.Ordinal);
        Assert.Contains("ApiKey = null", new MapTilerOptions().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c4nary", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(TestToken.SecretText, printed, StringComparison.Ordinal);
    }

    private static MapTilerOptions Bound(params (string Key, string? Value)[] others)
    {
        var configuration = ValidatedOptions.Configuration([.. Section.ExceptBy(others.Select(pair => pair.Key), pair => pair.Key), .. others]);
        return ValidatedOptions.Get(services => services.AddSingleton(configuration).AddMapTiler("tenant-a", _ => { }), "tenant-a");
    }
}
