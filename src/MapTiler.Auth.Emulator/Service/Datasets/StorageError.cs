using System.Security;
using System.Text;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service.Datasets;

/// <summary>Errors in the XML of S3.</summary>
internal static class StorageError
{
    private const string XmlType = "application/xml";

    public static readonly Response TwoCredentials = Of(
        400, "InvalidArgument", "Only one auth mechanism allowed; the URL is signed, so that no Authorization and no key may be sent");

    public static readonly Response AccessDenied = Of(403, "AccessDenied", "Access Denied");
    public static readonly Response Expired = Of(403, "AccessDenied", "Request has expired");
    public static readonly Response WrongSignature = Of(
        403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.");

    public static readonly Response NoOrigin = Of(400, "BadRequest", "Insufficient information. Origin request header needed.");
    public static readonly Response CrossOriginForbidden = Of(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");

    public static readonly Response NoSuchUpload = Of(
        404, "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.");

    public static readonly Response BadDigest = Of(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    public static readonly Response NoLength = Of(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    public static readonly Response Chunked = Of(501, "NotImplemented", "A header you provided implies functionality that is not implemented");

    private static Response Of(int status, string code, string message) => new()
    {
        Status = status,
        ContentType = XmlType,
        Body = Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message></Error>"),
    };
}
