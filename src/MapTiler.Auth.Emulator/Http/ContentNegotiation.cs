using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator.Http;

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

/// <summary>Adds an <c>ETag</c> to cacheable responses, and responds 304 to a caller that already has the content.</summary>
internal static class Revalidation
{
    private const int HashBytes = 8;

    public static Response Apply(Response response, IncomingRequest request)
    {
        if (!response.IsCacheable || response.Status != 200 || response.OpenBody is not null)
            return response;

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(response.Body.Span).AsSpan(0, HashBytes))}\"";
        return IsKnown(tag, response.LastModified, request)
            ? new() { Status = 304, IsCacheable = true, ETag = tag, LastModified = response.LastModified, IsCompressible = response.IsCompressible }
            : response with { ETag = tag };
    }

    /// <summary>A caller that sends both validators is judged by the tag alone, as HTTP requires.</summary>
    private static bool IsKnown(string tag, DateTimeOffset? lastModified, IncomingRequest request) =>
        request.Headers.IfNoneMatch.Count > 0
            ? request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal)
            : lastModified is { } time && request.Context.Request.GetTypedHeaders().IfModifiedSince >= time;
}
