using System.Xml;
using System.Xml.Linq;
using MapTiler.Authentication;

namespace MapTiler;

/// <summary>Reads WMTS capabilities and takes the credential out of the addresses in them.</summary>
internal static class WmtsDocument
{
    public static XDocument Read(ReadOnlySpan<byte> body)
    {
        // DTDs are not read: they could name files and grow without end.
        using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader);
        foreach (var element in document.Descendants())
        {
            foreach (var attribute in element.Attributes())
            {
                if (!attribute.IsNamespaceDeclaration)
                    attribute.Value = CredentialQuery.Remove(attribute.Value);
            }

            foreach (var text in element.Nodes().OfType<XText>())
                text.Value = CredentialQuery.Remove(text.Value);
        }

        return document;
    }
}
