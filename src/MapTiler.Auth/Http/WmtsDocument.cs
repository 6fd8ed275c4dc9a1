using System.Xml;
using System.Xml.Linq;
using MapTiler.Authentication;

namespace MapTiler.Http;

/// <summary>Reads WMTS capabilities and removes the credential from the URLs in them.</summary>
internal static class WmtsDocument
{
    public static XDocument Read(ReadOnlySpan<byte> body)
    {
        // DTDs are not allowed: they could reference files and expand without limit. Comments and processing instructions are ignored.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), settings);
        var document = XDocument.Load(reader);
        if (document.Root?.Name.LocalName != "Capabilities")
            throw new XmlException("The document is not a WMTS capabilities document.");

        foreach (var attribute in document.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            attribute.Value = Redaction.RemoveFromText(attribute.Value);
        foreach (var text in document.DescendantNodes().OfType<XText>())
            text.Value = Redaction.RemoveFromText(text.Value);
        return document;
    }
}
