using System.Globalization;
using System.Text;
using System.Xml;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Ogc;

/// <summary><c>WMTSCapabilities.xml</c>: one layer, with the URLs of its tiles.</summary>
internal sealed class WmtsEndpoint(TilesetSource source) : DescriptionEndpoint(source, "WMTSCapabilities.xml")
{
    private const string Wmts = "http://www.opengis.net/wmts/1.0";
    private const string Ows = "http://www.opengis.net/ows/1.1";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const string MatrixSet = "GoogleMapsCompatible";

    protected override Response Write(TilesetDescription description, TilesetLinks links)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("Capabilities", Wmts);
            xml.WriteAttributeString("xmlns", "ows", null, Ows);
            xml.WriteAttributeString("xmlns", "xlink", null, XLink);
            xml.WriteAttributeString("version", "1.0.0");
            WriteService(xml, description);
            xml.WriteStartElement("Contents", Wmts);
            WriteLayer(xml, description, links);
            WriteMatrixSet(xml, description);
            xml.WriteEndElement();
            xml.WriteStartElement("ServiceMetadataURL", Wmts);
            xml.WriteAttributeString("href", XLink, links.Wmts);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Response.Bytes(Response.XmlType, bytes.ToArray());
    }

    private static void WriteService(XmlWriter xml, TilesetDescription description)
    {
        xml.WriteStartElement("ServiceIdentification", Ows);
        xml.WriteElementString("Title", Ows, description.Name);
        xml.WriteElementString("ServiceType", Ows, "OGC WMTS");
        xml.WriteElementString("ServiceTypeVersion", Ows, "1.0.0");
        xml.WriteEndElement();
    }

    private static void WriteLayer(XmlWriter xml, TilesetDescription description, TilesetLinks links)
    {
        var bounds = description.Bounds;
        xml.WriteStartElement("Layer", Wmts);
        xml.WriteElementString("Title", Ows, description.Name);
        xml.WriteStartElement("WGS84BoundingBox", Ows);
        xml.WriteElementString("LowerCorner", Ows, Pair(bounds.West, bounds.South));
        xml.WriteElementString("UpperCorner", Ows, Pair(bounds.East, bounds.North));
        xml.WriteEndElement();
        xml.WriteElementString("Identifier", Ows, description.Name);
        xml.WriteStartElement("Style", Wmts);
        xml.WriteAttributeString("isDefault", "true");
        xml.WriteElementString("Identifier", Ows, "default");
        xml.WriteEndElement();
        xml.WriteElementString("Format", Wmts, description.MediaType);
        xml.WriteStartElement("TileMatrixSetLink", Wmts);
        xml.WriteElementString("TileMatrixSet", Wmts, MatrixSet);
        xml.WriteEndElement();
        xml.WriteStartElement("ResourceURL", Wmts);
        xml.WriteAttributeString("format", description.MediaType);
        xml.WriteAttributeString("resourceType", "tile");
        xml.WriteAttributeString("template", links.Tiles("{TileMatrix}", "{TileCol}", "{TileRow}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteMatrixSet(XmlWriter xml, TilesetDescription description)
    {
        xml.WriteStartElement("TileMatrixSet", Wmts);
        xml.WriteElementString("Identifier", Ows, MatrixSet);
        xml.WriteElementString("SupportedCRS", Ows, "urn:ogc:def:crs:EPSG::3857");
        foreach (var matrix in TileMatrix.Of(description))
        {
            xml.WriteStartElement("TileMatrix", Wmts);
            xml.WriteElementString("Identifier", Ows, matrix.Id);
            xml.WriteElementString("ScaleDenominator", Wmts, Text(matrix.ScaleDenominator));
            xml.WriteElementString("TopLeftCorner", Wmts, Pair(-WebMercator.HalfInMeters, WebMercator.HalfInMeters));
            xml.WriteElementString("TileWidth", Wmts, Text(matrix.TileSize));
            xml.WriteElementString("TileHeight", Wmts, Text(matrix.TileSize));
            xml.WriteElementString("MatrixWidth", Wmts, Text(matrix.Count));
            xml.WriteElementString("MatrixHeight", Wmts, Text(matrix.Count));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Pair(double x, double y) => $"{Text(x)} {Text(y)}";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
