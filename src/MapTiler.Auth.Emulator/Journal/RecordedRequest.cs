using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MapTiler.Emulator;

/// <summary>A request that reached the emulator, without any secret that it carried.</summary>
/// <remarks>It is listed from its arrival on; <see cref="StatusCode"/>, <see cref="Cost"/> and <see cref="Duration"/> follow.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RecordedRequest
{
    // The objects of an entry without its texts.
    private const int BaseSize = 300;

    private readonly long _started;
    private readonly TimeProvider _time;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private volatile Outcome? _outcome;

    internal RecordedRequest(IncomingRequest request, AuthorizationResult authorization, TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        Timestamp = time.GetUtcNow();
        Method = request.Method;
        KeyName = authorization.KeyName;
        CredentialId = authorization.CredentialId;
        KeyCount = request.Target.KeyCount;
        SignatureCount = request.Target.SignatureCount;
        Target = request.Target.Redact();
        Path = request.Target.Path;
        _headers = RecordedHeaders.From(request.Headers);
        Size = BaseSize + (sizeof(char) * (Target.Length + Path.Length)) + RecordedHeaders.SizeOf(_headers);
    }

    /// <summary>When it arrived, by the emulator's clock.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>The verb, e.g. <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>Path and query as they were sent, with <c>***</c> for the values of <c>key</c>, <c>signature</c> and <c>X-Amz-Signature</c>.</summary>
    public string Target { get; }

    /// <summary>The path as it was sent, still percent-encoded.</summary>
    public string Path { get; }

    /// <summary>The query parameters, decoded, with <c>***</c> where <see cref="Target"/> has it.</summary>
    public IQueryCollection Query => new QueryCollection(
        RequestTarget.Parse(Target).Parameters.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(p => p.Value)])));

    /// <summary>
    /// All headers; <c>***</c> stands for the value of a header that is not known to be harmless, of <c>Authorization</c>
    /// the scheme is kept, of <c>Referer</c> the query is cut off.
    /// </summary>
    public IHeaderDictionary Headers => RecordedHeaders.ToDictionary(_headers);

    /// <summary>The header <c>User-Agent</c>, or null.</summary>
    public string? UserAgent => Headers.UserAgent;

    /// <summary>The header <c>Origin</c>, or null.</summary>
    public string? Origin => Headers.Origin;

    /// <summary>The name of the key or token that was recognised, whether or not it was enough; null if none was.</summary>
    public string? KeyName { get; }

    /// <summary>What the Service API calls the key or token.</summary>
    internal Guid? CredentialId { get; }

    /// <summary>How many parameters <c>key</c> the query had.</summary>
    public int KeyCount { get; }

    /// <summary>How many parameters <c>signature</c> the query had.</summary>
    public int SignatureCount { get; }

    /// <summary>The status that was sent; null before, and if the connection was reset instead.</summary>
    public int? StatusCode => _outcome?.StatusCode;

    /// <summary>What MapTiler's price list charges for the call, in requests; 0 for what failed or is not on the list.</summary>
    public int Cost => _outcome?.Cost ?? 0;

    /// <summary>From the arrival until the last bytes were handed over or the connection was given up; null before.</summary>
    public TimeSpan? Duration => _outcome?.Duration;

    /// <summary>Method, redacted target and status.</summary>
    public override string ToString() => $"{Method} {Target} {StatusCode}";

    /// <summary>About how many bytes of memory the entry takes.</summary>
    internal int Size { get; }

    internal void Complete(int? status, int cost) => _outcome = new(status, cost, _time.GetElapsedTime(_started));

    private sealed record Outcome(int? StatusCode, int Cost, TimeSpan Duration);
}
