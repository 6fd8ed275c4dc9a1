using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class GeocodingParametersTests : EmulatorTest
{
    [Theory]
    [InlineData("bbox", "1,2,3")]
    [InlineData("bbox", "a,b,c,d")]
    [InlineData("bbox", "-181,0,1,1")]
    [InlineData("bbox", "0,10,1,5")]
    [InlineData("bbox", "")]
    [InlineData("proximity", "1")]
    [InlineData("proximity", "1,91")]
    [InlineData("proximity", "IP")]
    [InlineData("language", "en,en")]
    [InlineData("language", "xx")]
    [InlineData("language", "en,")]
    [InlineData("language", "EN")]
    [InlineData("language", "en,de,fr,it,es,pt,nl,pl,cs,sk,hu,sv,da,no,fi,ro,bg,el,hr,sl,sr")]
    [InlineData("country", "switzerland")]
    [InlineData("country", "ch,CH")]
    [InlineData("country", "c1")]
    [InlineData("limit", "0")]
    [InlineData("limit", "11")]
    [InlineData("limit", "5.0")]
    [InlineData("limit", "")]
    [InlineData("types", "city")]
    [InlineData("types", "country,country")]
    [InlineData("types", "")]
    [InlineData("excludeTypes", "1")]
    [InlineData("fuzzyMatch", "yes")]
    [InlineData("autocomplete", "TRUE")]
    [InlineData("worldview", "de")]
    [InlineData("limit", "1&limit=2")]
    public Task Invalid_parameter_is_rejected_with_its_name(string name, string value) =>
        AssertRejectedAsync(SendWithKeyAsync($"/geocoding/Paris.json?{name}={value}"), HttpStatusCode.BadRequest, $"Invalid parameter: {name}");

    [Theory]
    [InlineData("bbox=170,-20,-170,-10")]
    [InlineData("bbox=-180,-90,180,90")]
    [InlineData("bbox=5.9%2C45.8%2C10.5%2C47.8")]
    [InlineData("proximity=-180,90")]
    [InlineData("language=en,de,fr,it,es,pt,nl,pl,cs,sk,hu,sv,da,no,fi,ro,bg,el,hr,sl")]
    [InlineData("language=")]
    [InlineData("country=CH,de")]
    [InlineData("types=continental_marine,poi,address")]
    [InlineData("worldview=default")]
    [InlineData("worldview=auto")]
    [InlineData("worldview=ch")]
    [InlineData("worldview=us")]
    [InlineData("mtsid=00000000-0000-4000-8000-000000000000")]
    [InlineData("unknown=1&unknown=2")]
    public Task Valid_parameter_is_accepted(string query) =>
        AssertStatusAsync(HttpStatusCode.OK, SendWithKeyAsync($"/geocoding/Paris.json?{query}"));
}
