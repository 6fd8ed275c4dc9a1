using System.Net;
using System.Text;
using System.Text.Json;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator.Viewers;

/// <summary>The page that shows a map or a tileset. It loads nothing but tiles, with the key of its URL.</summary>
internal static class Viewer
{
    private static readonly string Page = Read("viewer.html");
    private static readonly string Script = Read("viewer.js");

    /// <param name="description">What the page shows.</param>
    /// <param name="tiles">The URL template of the tiles, in which <c>{scale}</c> is replaced with <c>@2x</c> on dense screens.</param>
    public static Response Show(TilesetDescription description, string tiles) => Response.Html(Page
        .Replace("{{title}}", WebUtility.HtmlEncode(description.Name), StringComparison.Ordinal)
        .Replace("{{layers}}", Layers(description), StringComparison.Ordinal)
        .Replace("{{credit}}", description.Attribution, StringComparison.Ordinal)
        .Replace("{{options}}", Options(description, tiles), StringComparison.Ordinal)
        .Replace("{{script}}", Script, StringComparison.Ordinal));

    private static string Options(TilesetDescription description, string tiles)
    {
        using var stream = new MemoryStream();
        // The writer escapes what could end the element that contains it.
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("tiles", tiles);
            json.WriteBoolean("isVector", description.Format == "pbf");
            json.WriteNumber("tileSize", description.TileSize);
            json.WriteNumber("minZoom", description.MinZoom);
            json.WriteNumber("maxZoom", description.MaxZoom);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Layers(TilesetDescription description)
    {
        if (description.VectorLayers.Count == 0)
            return "";
        var html = new StringBuilder("<details><summary>Layers</summary><dl>");
        foreach (var layer in description.VectorLayers)
        {
            html.Append("<dt>").Append(WebUtility.HtmlEncode(layer.Id)).Append("</dt><dd>");
            html.AppendJoin(", ", layer.Fields.Select(field => WebUtility.HtmlEncode(field.Name))).Append("</dd>");
        }

        return html.Append("</dl></details>").ToString();
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Viewer).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
