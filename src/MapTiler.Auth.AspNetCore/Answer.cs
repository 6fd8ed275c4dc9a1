using System.ComponentModel;

namespace MapTiler.AspNetCore;

/// <summary>A whole answer, as browsers get it and a cache keeps it.</summary>
[ImmutableObject(true)]
internal sealed record Answer
{
    public const string Gzip = "gzip";

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary><see cref="Gzip"/>, or <see langword="null"/>.</summary>
    public string? ContentEncoding { get; init; }

    public string? CacheControl { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The headers of a request on which it depends.</summary>
    public string? Vary { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>When it was fetched, less the age that it had then.</summary>
    public DateTimeOffset FreshFrom { get; init; }

    /// <summary>Until when a shared cache may hand it out; the past if it may not.</summary>
    public DateTimeOffset FreshUntil { get; init; }
}
