using System.Text;

namespace MapTiler.Emulator.Http;

/// <summary>A response, made before its first byte is sent; only <see cref="OpenBody"/> is read while it is sent.</summary>
internal sealed record Response
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string HtmlType = "text/html; charset=utf-8";
    public const string XmlType = "text/xml; charset=utf-8";
    public const string PlainTextType = "text/plain; charset=utf-8";

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Opens a body that does not fit into memory; it is used instead of <see cref="Body"/>.</summary>
    public Func<Stream>? OpenBody { get; init; }

    public bool IsCacheable { get; init; }

    /// <summary>The request units that the price list names for this call.</summary>
    public int Cost { get; init; }

    /// <summary>The validator of a cacheable response, with its quotes.</summary>
    public string? ETag { get; init; }

    /// <summary>The time of the data, in whole seconds; null leaves the header out.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether the body is compressed for callers that accept it.</summary>
    public bool IsCompressible { get; init; }

    /// <summary>The encoding of <see cref="Body"/>; null if it is not compressed.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Whether it is a page of the emulator, which no other page can read and no cache can store.</summary>
    public bool IsOwnPage { get; init; }

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }

    public string? Allow { get; init; }

    /// <summary>What a page of another origin may do.</summary>
    public CrossOriginAccess? CrossOrigin { get; init; }

    public string? ContentDisposition { get; init; }

    /// <summary>The header <c>statustext</c> of an error that has an image as its body.</summary>
    public string? StatusText { get; init; }

    /// <summary>Whether the plan of the account is the reason, which the header <c>X-MAPTILER-FREE</c> reports.</summary>
    public bool IsForFreePlan { get; init; }

    /// <summary>The response to a request for a tile that is valid but does not exist.</summary>
    public static Response NoTile { get; } = new() { Status = 204, IsCacheable = true };

    public static Response PlainText(int status, string content) =>
        new() { Status = status, ContentType = PlainTextType, Body = Encoding.UTF8.GetBytes(content) };

    public static Response Json(ReadOnlyMemory<byte> body, int cost = 0, bool isCacheable = true) =>
        new() { Status = 200, ContentType = JsonType, Body = body, IsCacheable = isCacheable, Cost = cost };

    public static Response Html(string page) => Bytes(HtmlType, Encoding.UTF8.GetBytes(page));

    public static Response Bytes(string contentType, ReadOnlyMemory<byte> body, int cost = 0) =>
        new() { Status = 200, ContentType = contentType, Body = body, IsCacheable = true, Cost = cost };
}

/// <summary>The response headers that specify what a page of another origin can send and read.</summary>
/// <param name="Methods">The methods that it may use.</param>
/// <param name="Headers">The request headers that it may set.</param>
/// <param name="ExposedHeaders">The response headers that it may read beside those that every page may.</param>
internal sealed record CrossOriginAccess(string Methods, string? Headers = null, string? ExposedHeaders = null);
