using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class JsonMembersTests
{
    private static readonly JsonElement Seven = JsonSerializer.SerializeToElement(7);

    [Fact]
    public void Bounding_box_that_is_set_replaces_an_invalid_one()
    {
        var collection = JsonSerializer.Deserialize<GeoJsonFeatureCollection>("""{"type":"FeatureCollection","bbox":[1,6000000,2,3],"x":7}""")!;
        collection.BoundingBox = new BoundingBox(1, 2, 3, 4);

        Assert.Equal("""{"type":"FeatureCollection","bbox":[1,2,3,4],"features":[],"x":7}""", JsonSerializer.Serialize(collection));
    }

    [Fact]
    public void Member_is_written_once()
    {
        var foreign = new[] { "type", "id", "bbox", "geometry", "properties", "features", "x" }.ToDictionary(name => name, _ => Seven);
        var feature = new GeoJsonFeature
        {
            Id = 1,
            BoundingBox = new BoundingBox(1, 2, 3, 4),
            Geometry = new GeoJsonPoint(new LngLat(1, 2)),
            Properties = new Dictionary<string, JsonElement> { ["a"] = Seven },
            ForeignMembers = foreign,
        };
        var collection = new GeoJsonFeatureCollection { BoundingBox = new BoundingBox(1, 2, 3, 4), ForeignMembers = foreign };

        Assert.Equal("""{"type":"Feature","id":1,"bbox":[1,2,3,4],"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":7},"features":7,"x":7}""", JsonSerializer.Serialize(feature));
        Assert.Equal("""{"type":"FeatureCollection","bbox":[1,2,3,4],"features":[],"id":7,"geometry":7,"properties":7,"x":7}""", JsonSerializer.Serialize(collection));
    }
}
