using System.Reflection;
using MapTiler.Tests.Authentication;

namespace MapTiler.Tests.Urls;

public class UrlTableTests
{
    public static TheoryData<int, string> Lines => [.. UrlTable.Cases.Select((line, i) => (i, line.Expected + line.Fragment))];

    public static TheoryData<string> AllCultures => [.. Cultures.All];

    [Theory, MemberData(nameof(Lines))]
    public void Url_without_a_credential_is_the_documented_one(int line, string expected)
    {
        var uri = UrlTable.Cases[line].Build(new MapTilerUrlBuilder());

        Assert.Equal("https://api.maptiler.com" + expected, uri.AbsoluteUri);
        Assert.Equal(uri.AbsoluteUri, uri.OriginalString); // nothing was left for System.Uri to mend
    }

    [Theory, MemberData(nameof(Lines))]
    public void Url_with_a_key_has_it_as_the_last_parameter(int line, string expected)
    {
        var (path, fragment) = (UrlTable.Cases[line].Expected, UrlTable.Cases[line].Fragment);
        var key = UrlTable.Cases[line].IsPublic ? "" : (path.Contains('?') ? "&" : "?") + "key=k%2Fe%3Fy%C4%8D";

        var uri = UrlTable.Cases[line].Build(new MapTilerUrlBuilder(" k/e?yč\r\n"));

        Assert.Equal(path + fragment, expected);
        Assert.Equal("https://api.maptiler.com" + path + key + fragment, uri.AbsoluteUri);
    }

    [Theory, MemberData(nameof(Lines))]
    public void Url_that_is_signed_has_the_signature_as_the_last_parameter(int line, string expected)
    {
        var (path, fragment) = (UrlTable.Cases[line].Expected, UrlTable.Cases[line].Fragment);

        var uri = UrlTable.Cases[line].Build(new MapTilerUrlBuilder(TestToken.Value));

        Assert.Equal(path + fragment, expected);
        Assert.Equal(UrlTable.Cases[line].IsPublic ? "https://api.maptiler.com" + path : IndependentSignature.Sign("https://api.maptiler.com" + path, TestToken.Text) + fragment, uri.AbsoluteUri);
        Assert.DoesNotContain(TestToken.SecretText, uri.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Lines))]
    public void Url_at_another_base_address_has_the_same_path(int line, string expected) =>
        Assert.Equal("http://127.0.0.1:5080" + expected, UrlTable.Cases[line].Build(new MapTilerUrlBuilder(new Uri("http://127.0.0.1:5080"))).AbsoluteUri);

    [Theory, MemberData(nameof(AllCultures))]
    public void Url_in_any_culture_is_the_same(string culture)
    {
        var actual = Cultures.In(culture, () => UrlTable.Cases.Select(line => line.Build(new MapTilerUrlBuilder()).AbsoluteUri).ToList());

        Assert.Equal(UrlTable.Cases.Select(line => "https://api.maptiler.com" + line.Expected + line.Fragment), actual);
    }

    [Fact]
    public void Every_path_of_the_public_api_is_in_the_table()
    {
        var built = UrlTable.Cases.Select(line => line.Expected.Split('?')[0]).ToList();

        Assert.All(DocumentedPaths.Paths, path => Assert.Contains(built, address => path.Matches(address)));
    }

    [Fact]
    public void Every_method_of_the_builder_is_in_the_table()
    {
        var methods = typeof(MapTilerUrlBuilder).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name != nameof(ToString)).Select(method => method.Name).Append(nameof(MapTilerUrlBuilder.MapSprite));

        Assert.Equal(methods.Distinct().Order(), UrlTable.Cases.Select(line => line.Method).Concat(TileUrlTemplateTests.Methods).Append("StaticMapSrcSet").Distinct().Order());
    }
}
