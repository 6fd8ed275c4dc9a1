using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/fonts/</c>, <c>/sprites/</c> and the older <c>/maps/{id}/sprite</c>.</summary>
internal static class FontAndSpriteFacts
{
    private static readonly Source SpriteCapture =
        Source.Capture("2026-09", "github.com/rafambn/KMaP, DemoApp/shared/composeResources/files/sprite-map-tiler-streets-misc.json");

    private static readonly string[] Fonts =
    [
        "Roboto Regular,Noto Sans Regular", "Roboto Condensed Italic,Noto Sans Italic", "Roboto Mono Medium,Noto Sans Medium",
        "Inter Semi Bold,Noto Sans Bold", "Metropolis Semi Bold,Noto Sans Bold", "Frutiger Neue Regular,Noto Sans Regular", "Libre Baskerville Italic,Noto Serif Italic",
    ];

    private static readonly string[] Sprites =
        ["general", "misc", "transportation", "019d2471-bb09-76a3-8579-649eaf1aac38", "019d2471-bb09-76a3-8579-65d9425a91f6"];

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("a range of glyphs", "/fonts/Noto%20Sans%20Regular/0-255.pbf") { Type = "application/x-protobuf", IsEmpty = false, Source = OpenApi },
        new("the last range of glyphs", "/fonts/Noto%20Sans%20Regular/65280-65535.pbf") { Type = "application/x-protobuf", Source = OpenApi },
        .. Fonts.Select(font => new Fact($"the glyphs of {font}", $"/fonts/{font.Replace(" ", "%20", StringComparison.Ordinal)}/0-255.pbf")
        {
            Type = "application/x-protobuf", IsEmpty = false, Source = Styles2025,
        }),
        new("a range of glyphs that starts elsewhere", "/fonts/Noto%20Sans%20Regular/1-256.pbf") { Status = 400, Source = OpenApi },
        new("a range of glyphs that ends elsewhere", "/fonts/Noto%20Sans%20Regular/0-256.pbf") { Status = 400, Source = OpenApi },
        new("a range of glyphs beyond the last one", "/fonts/Noto%20Sans%20Regular/65536-65791.pbf") { Status = 400, Source = OpenApi },
        new("glyphs of an unknown font", "/fonts/No%20Such%20Font/0-255.pbf") { Type = "application/x-protobuf", Source = Source.Guess },

        .. Sprites.SelectMany(id => new Fact[]
        {
            new($"the sprite index {id}", $"/sprites/{id}/sprite.json") { As = Credential.None, Json = "SpriteIndex", Source = Streets2026 },
            new($"the sprite image {id}", $"/sprites/{id}/sprite.png") { As = Credential.None, Type = "image/png", Source = Streets2026 },
            new($"the sprite index {id} of high resolution", $"/sprites/{id}/sprite@2x.json") { As = Credential.None, Json = "SpriteIndex", Source = OpenApi },
            new($"the sprite image {id} of high resolution", $"/sprites/{id}/sprite@2x.png") { As = Credential.None, Type = "image/png", Source = OpenApi },
        }),
        new("the icon of a construction", "/sprites/misc/sprite.json")
        {
            As = Credential.None,
            Json = "{ construction_pattern: { width: integer, height: integer, x: integer, y: integer, pixelRatio: 1, sdf: false }, ... }",
            Source = SpriteCapture,
        },
        new("a road shield", "/sprites/transportation/sprite.json") { As = Credential.None, Json = "{ road_3: any, ... }", Source = Styles2025 },
        new("the pixel ratio of a sprite of high resolution", "/sprites/misc/sprite@2x.json")
        {
            As = Credential.None, Json = "{ construction_pattern: { pixelRatio: 2, ... }, ... }",
            Source = Source.Document("https://maplibre.org/maplibre-style-spec/sprite/"),
        },
        new("the sprite index of a map", "/maps/streets-v2/sprite.json") { As = Credential.None, Json = "SpriteIndex", Source = Styles2025 },
        new("the sprite image of a map", "/maps/streets-v2/sprite@2x.png") { As = Credential.None, Type = "image/png", Source = Styles2025 },
        new("a sprite that does not exist", "/sprites/no-such-sprite/sprite.json") { As = Credential.None, Status = 404, Source = Source.Guess },
        new("a sprite of another format", "/sprites/misc/sprite.webp") { Status = 404, Source = Source.Guess },
    ];
}
