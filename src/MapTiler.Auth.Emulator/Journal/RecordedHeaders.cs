using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MapTiler.Emulator.Journal;

/// <summary>Copies headers for the journal. Only headers on a list of harmless ones are copied with their values.</summary>
internal static class RecordedHeaders
{
    private const string Redaction = "***";

    // A slot of the array, and the object header of the string of a value.
    private const int PairSize = 48;

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Accept, HeaderNames.AcceptCharset, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage,
        HeaderNames.AccessControlRequestHeaders, HeaderNames.AccessControlRequestMethod, HeaderNames.CacheControl,
        HeaderNames.Connection, HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.Host,
        HeaderNames.IfMatch, HeaderNames.IfModifiedSince, HeaderNames.IfNoneMatch, HeaderNames.IfUnmodifiedSince,
        HeaderNames.Origin, HeaderNames.Pragma, HeaderNames.Range, HeaderNames.TraceParent, HeaderNames.TransferEncoding,
        HeaderNames.UserAgent,
    };

    /// <summary>Copies the headers to an array, because a dictionary would need ten times the memory.</summary>
    public static KeyValuePair<string, StringValues>[] From(IHeaderDictionary headers)
    {
        var copy = new KeyValuePair<string, StringValues>[headers.Count];
        var next = 0;
        foreach (var (name, value) in headers)
            copy[next++] = new(name, Harmless.Contains(name) ? value : Redact(name, value));
        return copy;
    }

    /// <summary>The approximate size of a copy in memory, in bytes. The names of common headers are shared strings of the server.</summary>
    public static int SizeOf(KeyValuePair<string, StringValues>[] headers)
    {
        var size = 0;
        foreach (var (name, value) in headers)
            size += PairSize + (sizeof(char) * (value.ToString().Length + (Harmless.Contains(name) ? 0 : name.Length)));
        return size;
    }

    public static IHeaderDictionary ToDictionary(KeyValuePair<string, StringValues>[] headers)
    {
        var dictionary = new HeaderDictionary(headers.Length);
        foreach (var (name, value) in headers)
            dictionary[name] = value;
        dictionary.IsReadOnly = true;
        return dictionary;
    }

    private static StringValues Redact(string name, StringValues value)
    {
        var content = value.ToString();
        if (name.Equals(HeaderNames.Referer, StringComparison.OrdinalIgnoreCase))
            return content.Split('?', '#')[0];

        return name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase) && content.IndexOf(' ') is var space and > 0
            ? content[..(space + 1)] + Redaction
            : Redaction;
    }
}
