using System.Security.Cryptography;

namespace MapTiler.Emulator;

/// <summary>Gives cacheable answers an <c>ETag</c>, and 304 to a caller that has what it would get.</summary>
internal static class Revalidation
{
    private const int HashBytes = 8;

    public static Answer Apply(Answer answer, IncomingRequest request)
    {
        if (!answer.IsCacheable || answer.Status != 200 || answer.OpenBody is not null)
            return answer;

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span).AsSpan(0, HashBytes))}\"";
        return request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal)
            ? new() { Status = 304, IsCacheable = true, ETag = tag }
            : answer with { ETag = tag };
    }
}
