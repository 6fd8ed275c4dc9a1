using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator;

/// <summary>Compresses responses with gzip for callers that accept it.</summary>
internal static class Compression
{
    private const string Gzip = "gzip";

    public static Response Apply(Response response, IncomingRequest request) =>
        response.IsCompressible && !response.Body.IsEmpty && Accepts(request)
            ? response with { Body = Compress(response.Body.Span), ContentEncoding = Gzip }
            : response;

    private static bool Accepts(IncomingRequest request) =>
        request.Context.Request.GetTypedHeaders().AcceptEncoding is { } encodings
        && (encodings.FirstOrDefault(e => e.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase)) ?? encodings.FirstOrDefault(e => e.Value == "*"))
            is { Quality: not 0 };

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
