using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Faults;

/// <summary>Creates the response that a fault specifies.</summary>
internal static class FaultedResponse
{
    /// <summary>Whether nothing of the original response remains, so that the request need not take effect.</summary>
    public static bool Replaces([NotNullWhen(true)] Fault? fault) => fault is { Status: >= 400 } or { RedirectTo: not null };

    public static Response Apply(Fault fault, Response response, IncomingRequest request)
    {
        var status = fault.Status ?? (fault.RedirectTo is null ? response.Status : 302);
        var failed = status >= 300;
        return new()
        {
            Status = status,
            Location = fault.RedirectTo is { } location ? Locate(location, fault.EchoQuery, request) : response.Location,
            RetryAfter = RetryAfter(fault) ?? response.RetryAfter,
            Allow = response.Allow,
            Cost = failed ? 0 : response.Cost,
            IsCacheable = response.IsCacheable && !failed,
            Body = Body(fault, status, response),
            OpenBody = KeepsBody(fault, status) ? response.OpenBody : null,
            ETag = failed || fault.OmitETag ? null : response.ETag,
            LastModified = failed ? null : response.LastModified,
            IsCompressible = response.IsCompressible,
            ContentEncoding = KeepsBody(fault, status) ? response.ContentEncoding : null,
            ContentDisposition = failed ? null : response.ContentDisposition,
            ContentType = fault.ContentType ?? (fault.Status >= 400 ? Response.PlainTextType : response.ContentType),
        };
    }

    private static ReadOnlyMemory<byte> Body(Fault fault, int status, Response response)
    {
        if (status is 204 or 304)
            return default;
        if (fault.Body is not null)
            return Encoding.UTF8.GetBytes(fault.Body);
        if (fault.RedirectTo is not null)
            return default;
        return fault.Status >= 400 ? Encoding.UTF8.GetBytes($"Emulated fault {status}") : response.Body;
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
