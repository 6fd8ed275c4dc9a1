using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/data/</c> and <c>/images/</c>: what is uploaded to an account.</summary>
internal static class DataAndImageFacts
{
    public static IReadOnlyList<Fact> List { get; } =
    [
        new("a dataset is GeoJSON", "/data/{dataset}/features.json")
        {
            Json = "{ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: Geometry | null, properties: any, ... }], ... }",
            Source = DataPage,
        },
        new("a dataset at another name", "/data/{dataset}/features") { Status = 404, Source = Source.Guess },
        new("the description of an image", "/images/{image}/image.json")
        {
            Json = "ImageDescription",
            Source = ImagesPage,
        },
        new("the members of the description of an image", "/images/{image}/image.json")
        {
            Json = "{ id: string, description: string, attribution: string, width: 5120, height: integer, minzoom: 0, maxzoom: integer, tileSize: 512 }",
            Source = Source.Capture("2026-04-30", "github.com/maptiler/maptiler-sdk-js, test/fixtures/ImageViewer/image.json"), EmulatorOnly = "the image of an account has another size",
        },
        new("a tile of an image", "/images/{image}/0/0/0")
        {
            Type = "image/png", Source = ImagesPage, EmulatorOnly = "the format of an own image may be another",
        },
        new("a tile beside an image", "/images/{image}/4/0/12")
        {
            Status = 204, IsEmpty = true, Source = ImagesPage, EmulatorOnly = "an own image has another size",
        },
        new("a tile outside of the pyramid of an image", "/images/{image}/1/2/0") { Status = 400, Source = ImagesPage },
        new("a tile above the highest zoom of an image", "/images/{image}/25/0/0") { Status = 400, Source = ImagesPage },
    ];
}
