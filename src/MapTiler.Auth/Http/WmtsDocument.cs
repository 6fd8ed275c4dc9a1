using System.Xml;
using System.Xml.Linq;
using MapTiler.Authentication;

namespace MapTiler;

/// <summary>Reads WMTS capabilities and takes the credential out of the addresses in them.</summary>
internal static class WmtsDocument
{
    public static XDocument Read(ReadOnlySpan<byte> body)
    {
        // DTDs are not read: they could name files and grow without end. Comments and instructions are nobody's business.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), settings);
        var document = XDocument.Load(reader);
        if (document.Root?.Name.LocalName != "Capabilities")
            throw new XmlException("Expected WMTS capabilities.");

        foreach (var attribute in document.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && CredentialText.MayHold(attribute.Value)))
            attribute.Value = CredentialText.Remove(attribute.Value);
        foreach (var text in document.DescendantNodes().OfType<XText>().Where(text => CredentialText.MayHold(text.Value)))
            text.Value = CredentialText.Remove(text.Value);
        return document;
    }
}
