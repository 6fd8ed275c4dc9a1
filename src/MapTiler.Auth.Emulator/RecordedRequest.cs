using System.Diagnostics;
using MapTiler.Emulator.Authentication;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MapTiler.Emulator;

/// <summary>A request that the emulator received. Its credentials are removed.</summary>
/// <remarks>
/// The journal lists a request when it arrives. <see cref="StatusCode"/>, <see cref="Cost"/> and <see cref="Duration"/> are set when
/// the response has been sent.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RecordedRequest
{
    // The objects of an entry without its strings.
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

    /// <summary>The time at which the request arrived, by <see cref="MapTilerEmulatorOptions.TimeProvider"/>.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>
    /// The path and query as they were sent. The values of <c>key</c>, <c>signature</c> and <c>X-Amz-Signature</c> are replaced with
    /// <c>***</c>.
    /// </summary>
    public string Target { get; }

    /// <summary>The path as it was sent, still percent-encoded. A <see cref="MapTilerEmulatorOptions.BasePath"/> is removed.</summary>
    public string Path { get; }

    /// <summary>
    /// The decoded query parameters. The values of <c>key</c>, <c>signature</c> and <c>X-Amz-Signature</c> are replaced with
    /// <c>***</c>.
    /// </summary>
    public IQueryCollection Query => new QueryCollection(
        RequestTarget.Parse(Target).Parameters.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(p => p.Value)])));

    /// <summary>
    /// All headers of the request. The values of headers that can contain a secret are replaced with <c>***</c>. The scheme of
    /// <c>Authorization</c> and the URL of <c>Referer</c> without its query are preserved.
    /// </summary>
    public IHeaderDictionary Headers => RecordedHeaders.ToDictionary(_headers);

    /// <summary>The value of the header <c>User-Agent</c>; null if the request did not have it.</summary>
    public string? UserAgent => Headers.UserAgent;

    /// <summary>The value of the header <c>Origin</c>; null if the request did not have it.</summary>
    public string? Origin => Headers.Origin;

    /// <summary>
    /// The name of the API key or service token, even if the request was rejected; null if the emulator does not have such a key or
    /// token.
    /// </summary>
    public string? KeyName { get; }

    /// <summary>The id of the API key or service token in the Service API.</summary>
    internal Guid? CredentialId { get; }

    /// <summary>The number of query parameters named <c>key</c>.</summary>
    public int KeyCount { get; }

    /// <summary>The number of query parameters named <c>signature</c>.</summary>
    public int SignatureCount { get; }

    /// <summary>The status code of the response; null if no response has been sent yet or if the connection was reset.</summary>
    public int? StatusCode => _outcome?.StatusCode;

    /// <summary>The cost of the call in requests of MapTiler's price list; 0 if the call failed or is free of charge.</summary>
    public int Cost => _outcome?.Cost ?? 0;

    /// <summary>The time from the arrival of the request to the end of the response; null if the response is not complete yet.</summary>
    public TimeSpan? Duration => _outcome?.Duration;

    /// <summary>Returns the method, the target without credentials, and the status code.</summary>
    public override string ToString() => $"{Method} {Target} {StatusCode}";

    /// <summary>The approximate size of the entry in memory, in bytes.</summary>
    internal int Size { get; }

    internal void Complete(int? status, int cost) => _outcome = new(status, cost, _time.GetElapsedTime(_started));

    private sealed record Outcome(int? StatusCode, int Cost, TimeSpan Duration);
}
