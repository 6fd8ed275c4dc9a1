using MapTiler.Authentication;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>An address of the service that is not built here: a path, or an absolute address at the same origin.</summary>
    /// <exception cref="ArgumentException">It is neither, or has placeholders.</exception>
    internal Uri Resolve(string address, string parameter)
    {
        Guard.NotNull(address, parameter);
        if (address.IndexOf('{') >= 0)
            throw new ArgumentException("The address has placeholders; fill them first.", parameter);
        if (address.StartsWith("//", StringComparison.Ordinal) || address.IndexOf('\\') >= 0 || !Uri.TryCreate(_baseAddress, Relative(address), out var uri)
            || !(address.StartsWith("/", StringComparison.Ordinal) || Uri.TryCreate(address, UriKind.Absolute, out _)))
        {
            throw new ArgumentException("Expected a path of the service that begins with a single '/', such as '/maps/streets-v4/style.json', without the host and without the key.", parameter);
        }

        var path = address.Split('?', '#')[0];
        if (char.IsWhiteSpace(address[0]) || address.Any(char.IsControl) || path.Split('/').Any(segment => UrlWriter.IsDots(Uri.UnescapeDataString(segment))))
            throw new ArgumentException("The path has '.' or '..' as a name, or white space or control characters around it, and would lead elsewhere. Escape what stands between the slashes.", parameter);
        if (uri.UserInfo.Length > 0 || uri.Scheme != _baseAddress.Scheme || !string.Equals(uri.Host, _baseAddress.Host, StringComparison.OrdinalIgnoreCase) || uri.Port != _baseAddress.Port || !uri.AbsolutePath.StartsWith(_baseAddress.AbsolutePath, StringComparison.Ordinal))
            throw new ArgumentException($"The URL is not below {_baseAddress.GetLeftPart(UriPartial.Path)}, so no credential goes there. Use a plain HttpClient for it.", parameter);

        var text = CredentialQuery.Remove(uri.AbsoluteUri);
        return text.Length <= UrlWriter.MaxLength
            ? new Uri(text, UriKind.Absolute)
            : throw new MapTilerException(MapTilerErrorReason.UriTooLong, $"The address is longer than {UrlWriter.MaxLength} bytes. It was not sent.");
    }

    // A path of the service stands below the path of the base address, unless it includes that already.
    private string Relative(string address) =>
        _baseAddress.AbsolutePath.Length > 1 && address.StartsWith("/", StringComparison.Ordinal) && !address.StartsWith(_baseAddress.AbsolutePath, StringComparison.Ordinal)
            ? address.Substring(1)
            : address;
}
