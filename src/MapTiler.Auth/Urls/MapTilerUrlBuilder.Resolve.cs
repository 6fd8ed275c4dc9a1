using MapTiler.Authentication;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>Resolves a URL that the builder has no method for: a path, or an absolute URL below the base url.</summary>
    /// <exception cref="ArgumentException">The URL is neither, or it has placeholders.</exception>
    internal Uri Resolve(string url, string parameter)
    {
        Guard.NotNull(url, parameter);
        if (url.IndexOf('{') >= 0)
            throw new ArgumentException("The URL has placeholders. Replace them with values first.", parameter);
        if (url.StartsWith("//", StringComparison.Ordinal) || url.IndexOf('\\') >= 0 || !Uri.TryCreate(_baseAddress, Relative(url), out var uri)
            || !(url.StartsWith("/", StringComparison.Ordinal) || Uri.TryCreate(url, UriKind.Absolute, out _)))
        {
            throw new ArgumentException("The URL must be a path that starts with a single '/', such as '/maps/streets-v4/style.json', or an absolute URL. Pass it without the API key.", parameter);
        }

        var path = url.Split('?', '#')[0];
        if (char.IsWhiteSpace(url[0]) || url.Any(char.IsControl) || path.Split('/').Any(segment => UrlWriter.IsDots(Uri.UnescapeDataString(segment))))
            throw new ArgumentException("The path has '.' or '..' as a segment, leading white space, or control characters, so it could point to another resource. Escape the segments between the slashes.", parameter);
        if (uri.UserInfo.Length > 0 || uri.Scheme != _baseAddress.Scheme || !string.Equals(uri.Host, _baseAddress.Host, StringComparison.OrdinalIgnoreCase) || uri.Port != _baseAddress.Port || !uri.AbsolutePath.StartsWith(_baseAddress.AbsolutePath, StringComparison.Ordinal))
            throw new ArgumentException($"The URL is not below {_baseAddress.GetLeftPart(UriPartial.Path)}, so it must not receive the credential. Use an HttpClient without MapTiler authentication for it.", parameter);

        var text = Redaction.RemoveFromUrl(uri.AbsoluteUri);
        return text.Length <= UrlWriter.MaxLength
            ? new Uri(text, UriKind.Absolute)
            : throw new MapTilerException(MapTilerErrorReason.UriTooLong, $"The URL is longer than {UrlWriter.MaxLength} bytes. It was not sent. Shorten it.");
    }

    // A path is relative to the path of the base address, unless it already includes that.
    private string Relative(string url) =>
        _baseAddress.AbsolutePath.Length > 1 && url.StartsWith("/", StringComparison.Ordinal) && !url.StartsWith(_baseAddress.AbsolutePath, StringComparison.Ordinal)
            ? url.Substring(1)
            : url;
}
