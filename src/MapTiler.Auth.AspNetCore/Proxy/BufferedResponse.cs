using System.Text.Json.Serialization;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>A complete response of MapTiler with its body in memory. It is sent to browsers and stored in the cache.</summary>
internal sealed record BufferedResponse
{
    public const string Gzip = "gzip";

    /// <summary>Stored instead of a response that may not be stored or is too large, so that requests for it do not wait for each other.</summary>
    public static BufferedResponse NotStored { get; } = new() { Status = 0, Body = [] };

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary><see cref="Gzip"/>, or <see langword="null"/> if the body is not compressed.</summary>
    public string? ContentEncoding { get; init; }

    public string? CacheControl { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The request headers on which the response depends.</summary>
    public string? Vary { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>The time at which the response was generated: the time of the fetch minus the value of the Age header.</summary>
    public DateTimeOffset FreshFrom { get; init; }

    /// <summary>The time until which a shared cache may return the response; a time in the past if it may not be stored.</summary>
    public DateTimeOffset FreshUntil { get; init; }

    [JsonIgnore]
    public bool IsStored => Status != NotStored.Status;
}
