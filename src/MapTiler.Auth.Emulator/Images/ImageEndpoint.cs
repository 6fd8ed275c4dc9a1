namespace MapTiler.Emulator;

/// <summary><c>/images/{imageId}/image.json</c>: the size of an image and of its pyramid.</summary>
internal sealed class ImageEndpoint(ImageCatalog images) : ResourceEndpoint("images")
{
    protected override bool IsResource(string resource) => resource == "image.json";

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        images.Find(id) is not { } image ? null : JsonResponse.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", image.Id);
            if (image.Description is not null)
                json.WriteString("description", image.Description);
            if (image.Attribution is not null)
                json.WriteString("attribution", image.Attribution);
            json.WriteNumber("width", image.Width);
            json.WriteNumber("height", image.Height);
            json.WriteNumber("minzoom", 0);
            json.WriteNumber("maxzoom", image.MaxZoom);
            json.WriteNumber("tileSize", image.TileSize);
            json.WriteEndObject();
        });
}
