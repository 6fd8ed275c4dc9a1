using System.Xml;
using System.Xml.Linq;
using MapTiler.Authentication;

namespace MapTiler.Http;

/// <summary>Reads WMTS capabilities and removes the credential from the URLs in them.</summary>
internal static class WmtsDocument
{
    private const int MaxDepth = 64; // several times the levels of capabilities
    private const int MaxElements = 1_000_000;

    public static XDocument Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return ReadDocument(body);
        }
        catch (ArgumentException e)
        {
            throw new XmlException("The document is malformed.", e); // XmlReader throws it for some invalid bytes in the XML declaration
        }
    }

    private static XDocument ReadDocument(ReadOnlySpan<byte> body)
    {
        // DTDs are not allowed: they could reference files and expand without limit. Comments and processing instructions are ignored.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        var bytes = body.ToArray();
        CheckLimits(bytes, settings);
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        var document = XDocument.Load(reader);
        if (document.Root?.Name.LocalName != "Capabilities")
            throw new XmlException("The document is not a WMTS capabilities document.");

        foreach (var attribute in document.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            attribute.Value = Redaction.RemoveFromText(attribute.Value);
        foreach (var text in document.DescendantNodes().OfType<XText>())
            text.Value = Redaction.RemoveFromText(text.Value);
        return document;
    }

    // The time to load a document grows with the square of its depth.
    private static void CheckLimits(byte[] body, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), settings);
        for (var elements = 0; reader.Read();)
        {
            if (reader.Depth > MaxDepth || (reader.NodeType == XmlNodeType.Element && ++elements > MaxElements))
                throw new XmlException($"The document has more than {MaxDepth} levels or {MaxElements} elements.");
        }
    }
}
