using System.Text;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Geocoding;

public class LocalizedTextTests
{
    [Fact]
    public void List_of_names_contains_no_null()
    {
        var feature = Read("""{"features":[{"id":"a.1","center":[1,2],"place_type_name":[null,"a"],"properties":{"categories":["b",null]},"context":[{"categories":[null,"c"]}]}]}""").Features[0];

        Assert.Equal(["a"], feature.PlaceTypeNames);
        Assert.Equal(["b"], feature.Properties.Categories);
        Assert.Equal(["c"], feature.Context[0].Categories);
    }

    [Fact]
    public void Names_by_language_have_exactly_the_prefix()
    {
        var feature = Read("""{"features":[{"id":"a.1","center":[1,2],"TEXT_de":"x","text_fr":"y","place_name_fr":"z"}]}""").Features[0];

        Assert.Equal([new("fr", "y")], feature.Texts);
        Assert.Equal([new("fr", "z")], feature.PlaceNames);
    }

    private static GeocodingResult Read(string json) => GeocodingJson.Read(Encoding.UTF8.GetBytes(json))!;
}
