using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>Makes the answer that a fault asks for.</summary>
internal static class FaultedAnswer
{
    /// <summary>Whether nothing of the request's own answer remains, so that the request need not take effect.</summary>
    public static bool Replaces([NotNullWhen(true)] Fault? fault) => fault is { Status: >= 400 } or { RedirectTo: not null };

    public static Answer Apply(Fault fault, Answer answer, IncomingRequest request)
    {
        var status = fault.Status ?? (fault.RedirectTo is null ? answer.Status : 302);
        var failed = status >= 300;
        return new()
        {
            Status = status,
            Location = fault.RedirectTo is { } location ? Locate(location, fault.EchoQuery, request) : answer.Location,
            RetryAfter = RetryAfter(fault) ?? answer.RetryAfter,
            Allow = answer.Allow,
            Cost = failed ? 0 : answer.Cost,
            IsCacheable = answer.IsCacheable && !failed,
            Body = Body(fault, status, answer),
            OpenBody = KeepsBody(fault, status) ? answer.OpenBody : null,
            ETag = failed || fault.OmitETag ? null : answer.ETag,
            LastModified = failed ? null : answer.LastModified,
            IsCompressible = answer.IsCompressible,
            ContentEncoding = KeepsBody(fault, status) ? answer.ContentEncoding : null,
            ContentDisposition = failed ? null : answer.ContentDisposition,
            ContentType = fault.ContentType ?? (fault.Status >= 400 ? Answer.TextType : answer.ContentType),
        };
    }

    private static ReadOnlyMemory<byte> Body(Fault fault, int status, Answer answer)
    {
        if (status is 204 or 304)
            return default;
        if (fault.Body is not null)
            return Encoding.UTF8.GetBytes(fault.Body);
        if (fault.RedirectTo is not null)
            return default;
        return fault.Status >= 400 ? Encoding.UTF8.GetBytes($"Emulated fault {status}") : answer.Body;
    }

    private static bool KeepsBody(Fault fault, int status) =>
        fault.Body is null && fault.RedirectTo is null && fault.Status is null or < 400 && status is not (204 or 304);

    private static string? RetryAfter(Fault fault) =>
        fault.RetryAfter is { } delay
            ? Math.Ceiling(delay.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture)
            : fault.RetryAt?.ToString("R", CultureInfo.InvariantCulture);

    private static string Locate(Uri location, bool echoQuery, IncomingRequest request)
    {
        var question = request.Target.Raw.IndexOf('?');
        return echoQuery && question >= 0 ? location.OriginalString + request.Target.Raw[question..] : location.OriginalString;
    }
}
