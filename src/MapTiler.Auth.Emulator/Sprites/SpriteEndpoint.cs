using System.Text.RegularExpressions;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Maps;

namespace MapTiler.Emulator.Sprites;

/// <summary><c>/sprites/{id}/sprite{@2x}.{json,png}</c>, and the same for a map at <c>/maps/{id}/</c>. Needs no key.</summary>
internal sealed partial class SpriteEndpoint(string service, MapCatalog maps) : ResourceEndpoint(service)
{
    private readonly bool _isForMaps = service == "maps";

    public override bool NeedsKey => false;

    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Response? Respond(IncomingRequest request, string id, string resource)
    {
        if (Find(id) is not { } sheet)
            return null;
        var parts = Pattern().Match(resource).Groups;
        var pixelRatio = parts[1].Success ? 2 : 1;
        return parts[2].Value switch
        {
            "json" => sheet.Index(pixelRatio),
            "png" => Response.Bytes("image/png", sheet.Image(pixelRatio)),
            _ => null,
        };
    }

    private SpriteSheet? Find(string id) =>
        !_isForMaps && SpriteSheet.Shared.TryGetValue(id, out var shared) ? shared
        : maps.Contains(id) ? SpriteSheet.All
        : null;

    [GeneratedRegex(@"^sprite(@2x)?\.(\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
