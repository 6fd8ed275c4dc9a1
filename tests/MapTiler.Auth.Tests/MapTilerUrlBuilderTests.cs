using System.Globalization;
using System.Text;
using System.Text.Json;
using MapTiler.Authentication;
using MapTiler.Geocoding;
using MapTiler.Tests.Authentication;

namespace MapTiler.Tests;

public class MapTilerUrlBuilderTests
{
    [Fact]
    public void MapViewer_returns_the_URL_of_the_documentation() => Assert.Equal(
        "https://api.maptiler.com/maps/streets-v2/?key=k3y#1.0/0.00000/0.00000",
        new MapTilerUrlBuilder("k3y").MapViewer("streets-v2", new MapView(LngLat.FromLatLng(0, 0), zoom: 1)).AbsoluteUri);

    [Fact]
    public void MapViewer_that_is_signed_has_the_view_after_the_signature()
    {
        var vector = SigningVector.All["V11"];

        var uri = new MapTilerUrlBuilder(ServiceToken.Parse(vector.Token)).MapViewer("streets-v4", new MapView(default, 1));

        Assert.Equal(vector.Signed + "#1.0/0.00000/0.00000", uri.AbsoluteUri);
    }

    [Fact]
    public void Signed_URL_is_the_same_in_every_string_made_of_it()
    {
        var urls = new MapTilerUrlBuilder(TestToken.Value);
        var search = urls.GeocodingSearch("Plzeň; 50 %, <a> |\u00a0x");
        var map = urls.StaticMap("streets-v4", MapTiler.StaticMaps.StaticMapArea.Auto, new() { Paths = [new([new(1, 2), new(3, 4)]) { Stroke = "#ff0000" }] }).Uri;

        foreach (var uri in new[] { search, map, TestToken.Value.Sign(new Uri("https://api.maptiler.com/geocoding/a%3Bb%C5%88.json")) })
        {
            var signed = uri.AbsoluteUri;
            Assert.NotEqual(new Uri(signed).ToString(), signed); // the platform unescapes it
            string[] strings =
            [
#if !NETSTANDARD_BUILD // it cannot implement how .NET formats values in interpolated strings
                $"{uri}", string.Format(CultureInfo.InvariantCulture, "{0}", uri), new StringBuilder().Append(CultureInfo.InvariantCulture, $"{uri}").ToString(),
#endif
                uri.ToString(), "" + uri, string.Concat(uri), string.Join("", new object[] { uri }), Convert.ToString((object)uri, CultureInfo.InvariantCulture)!,
                new StringBuilder().Append(uri).ToString(), uri.OriginalString, uri.GetComponents(UriComponents.AbsoluteUri, UriFormat.UriEscaped),
                JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(uri))!, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize<object>(uri))!,
            ];
            Assert.All(strings, text => Assert.Equal(signed, text));
        }
    }

    [Fact]
    public void Query_parameters_in_values_are_escaped()
    {
        var uri = new MapTilerUrlBuilder("mine").GeocodingSearch("x?key=a&signature=b", new() { Languages = ["c&key=d"], Worldview = new("e&signature=f#g") });

        Assert.Equal("?language=c%26key%3Dd&worldview=e%26signature%3Df%23g&key=mine", uri.Query);
        Assert.Equal("", uri.Fragment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n")]
    public void Builder_with_a_blank_key_throws(string key) =>
        Assert.Equal("apiKey", Assert.Throws<ArgumentException>(() => new MapTilerUrlBuilder(key)).ParamName);

    [Fact]
    public void Key_is_trimmed_and_escaped_in_URLs_and_templates()
    {
        var urls = new MapTilerUrlBuilder(" a/b+c=\n");

        Assert.Equal("?key=a%2Fb%2Bc%3D", urls.StyleJson("m").Query);
        Assert.EndsWith("?key=a%2Fb%2Bc%3D", urls.MapTileTemplate("m").Template, StringComparison.Ordinal);
    }

    [Fact]
    public void Builder_with_a_null_credential_throws()
    {
        Assert.Equal("apiKey", Assert.Throws<ArgumentNullException>(() => new MapTilerUrlBuilder((string)null!)).ParamName);
        Assert.Equal("token", Assert.Throws<ArgumentNullException>(() => new MapTilerUrlBuilder((ServiceToken)null!)).ParamName);
    }

    [Theory]
    [InlineData("https://api.maptiler.com//")]
    [InlineData("https://api.maptiler.com/?")]
    [InlineData("https://api.maptiler.com/?key=x")]
    [InlineData("https://api.maptiler.com/#")]
    [InlineData("https://user:pass@api.maptiler.com/")]
    [InlineData("ftp://api.maptiler.com/")]
    [InlineData("/relative")]
    [InlineData("api.maptiler.com")]
    public void Builder_with_a_base_address_of_another_form_throws(string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);

        Assert.Equal("baseAddress", Assert.Throws<ArgumentException>(() => new MapTilerUrlBuilder(uri)).ParamName);
        Assert.Equal("baseAddress", Assert.Throws<ArgumentException>(() => new MapTilerUrlBuilder("k", uri)).ParamName);
        Assert.Equal("baseAddress", Assert.Throws<ArgumentException>(() => new MapTilerUrlBuilder(TestToken.Value, uri)).ParamName);
    }

    [Theory]
    [InlineData("https://API.example.com:443", "https://api.example.com/maps/x/")]
    [InlineData("http://emulator:5080/", "http://emulator:5080/maps/x/")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/maps/x/")]
    [InlineData("https://plzeň.example", "https://xn--plze-y2a.example/maps/x/")]
    public void Base_address_is_written_as_HttpClient_sends_it(string address, string expected)
    {
        Assert.Equal(expected, new MapTilerUrlBuilder(new Uri(address)).MapViewer("x").AbsoluteUri);
        Assert.Equal(IndependentSignature.Sign(expected, TestToken.Text), new MapTilerUrlBuilder(TestToken.Value, new Uri(address)).MapViewer("x").AbsoluteUri);
    }

    [Fact]
    public void ToString_of_a_builder_does_not_contain_the_key()
    {
        Assert.Equal("MapTilerUrlBuilder { https://api.maptiler.com/, no credential }", new MapTilerUrlBuilder().ToString());
        Assert.Equal("MapTilerUrlBuilder { https://api.maptiler.com/, key=*** }", new MapTilerUrlBuilder("c4nary").ToString());
        Assert.Equal("MapTilerUrlBuilder { http://localhost:5080/, signed }", new MapTilerUrlBuilder(TestToken.Value, new Uri("http://localhost:5080")).ToString());
    }

    [Fact]
    public void Builder_on_several_threads_returns_the_same_URLs()
    {
        var urls = new MapTilerUrlBuilder(TestToken.Value);

        Parallel.For(0, 2_000, i =>
        {
            var long_ = new string((char)('a' + i % 26), 1 + i % 1_500);

            Assert.Equal(
                IndependentSignature.Sign($"https://api.maptiler.com/geocoding/{long_};{i}%20x.json?limit={1 + i % 10}", TestToken.Text),
                urls.GeocodingBatch([long_, GeocodingQuery.Search($"{i} x")], new() { Limit = 1 + i % 10 }).AbsoluteUri);
        });
    }
}
