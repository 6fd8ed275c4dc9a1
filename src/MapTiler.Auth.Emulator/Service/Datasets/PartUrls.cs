using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MapTiler.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator.Service.Datasets;

/// <summary>Creates and checks the URLs to which parts are sent. They look like those of S3 and are valid for a method, a host and a time.</summary>
internal sealed class PartUrls(Func<int> port, TimeSpan lifetime, TimeProvider time)
{
    public const string Prefix = "/uploads/";

    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const string SignatureSeparator = "&X-Amz-Signature=";

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    public string Sign(EmulatedUpload upload, int number, IncomingRequest request)
    {
        var date = time.GetUtcNow().UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        var seconds = (long)lifetime.TotalSeconds;
        var url = string.Create(
            CultureInfo.InvariantCulture,
            $"{BaseUrl(request)}{Prefix}{upload.Id}?partNumber={number}&uploadId={upload.Id:N}&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + $"&X-Amz-Credential=emulator%2F{date.AsSpan(0, 8)}%2Feu-central-1%2Fs3%2Faws4_request"
            + $"&X-Amz-Date={date}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host");
        return url + SignatureSeparator + Signature(HttpMethods.Put, url);
    }

    /// <summary>A URL as older clients expect it; the emulator accepts no content there.</summary>
    public string Legacy(EmulatedUpload upload, IncomingRequest request) => $"{BaseUrl(request)}/legacy/{upload.Id}";

    public bool Verify(IncomingRequest request)
    {
        var url = request.AbsoluteUrl;
        var at = url.LastIndexOf(SignatureSeparator, StringComparison.Ordinal);
        return at >= 0 && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(url[(at + SignatureSeparator.Length)..]),
            Encoding.UTF8.GetBytes(Signature(request.Method, url[..at])));
    }

    /// <summary>The time at which a URL with a valid signature expires.</summary>
    public static DateTimeOffset ExpiryOf(IncomingRequest request)
    {
        var signed = DateTimeOffset.ParseExact(
            Parameter(request, "X-Amz-Date"), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return signed.AddSeconds(long.Parse(Parameter(request, "X-Amz-Expires"), CultureInfo.InvariantCulture));
    }

    public static int NumberOf(IncomingRequest request) => int.Parse(Parameter(request, "partNumber"), CultureInfo.InvariantCulture);

    public static Guid UploadOf(IncomingRequest request) => Guid.ParseExact(Parameter(request, "uploadId"), "N");

    private static string Parameter(IncomingRequest request, string name) => request.Target.Parameters.First(p => p.Name == name).Value;

    /// <summary>Uses the host name that the caller used.</summary>
    private string BaseUrl(IncomingRequest request) => $"{request.Context.Request.Scheme}://{new HostString(request.Context.Request.Host.Host, port())}";

    private string Signature(string method, string url) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{method} {url}")));
}
