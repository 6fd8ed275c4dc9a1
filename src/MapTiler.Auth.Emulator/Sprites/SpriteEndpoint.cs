using System.Text.RegularExpressions;

namespace MapTiler.Emulator;

/// <summary>A map's sprite, at <c>/sprites/{id}/sprite{@2x}.{json,png}</c> and in its older place under <c>/maps</c>. Needs no key.</summary>
internal sealed partial class SpriteEndpoint(string service, MapCatalogue maps) : ResourceEndpoint(service)
{
    public override bool NeedsKey => false;

    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Answer? Respond(IncomingRequest request, string id, string resource)
    {
        if (!maps.Contains(id))
            return null;
        var parts = Pattern().Match(resource).Groups;
        var pixelRatio = parts[1].Success ? 2 : 1;
        return parts[2].Value == "json" ? SpriteSheet.Index(pixelRatio) : Answer.Bytes("image/png", SpriteSheet.Draw(MapTheme.For(id), pixelRatio));
    }

    [GeneratedRegex(@"^sprite(@2x)?\.(json|png)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
