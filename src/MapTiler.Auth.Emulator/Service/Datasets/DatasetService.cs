using System.Text.Json.Nodes;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service.Datasets;

/// <summary><c>/v1/datasets</c>, and the same below <c>/v1/tiles</c>, where older clients look for it.</summary>
internal sealed class DatasetService(Ingests ingests, PartUrls urls)
{
    public ServiceRoute[] Routes => [.. RoutesBelow("datasets"), .. RoutesBelow("tiles")];

    private ServiceRoute[] RoutesBelow(string prefix) =>
    [
        new("POST", $"{prefix}/ingest", (call, cancellationToken) => CreateAsync(call, null, cancellationToken)),
        new("POST", $"{prefix}/{{id}}/ingest", (call, cancellationToken) => CreateAsync(call, call.Id, cancellationToken)),
        new("GET", $"{prefix}/ingest/{{id}}", Get),
        new("POST", $"{prefix}/ingest/{{id}}/process", async (call, cancellationToken) =>
            Write(ingests.Process(call.Id, new(await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false))))),
        new("POST", $"{prefix}/ingest/{{id}}/cancel", call => Write(ingests.Cancel(call.Id))),
    ];

    private async ValueTask<Response> CreateAsync(ServiceCall call, Guid? documentId, CancellationToken cancellationToken)
    {
        var request = new IngestRequest(await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        var upload = ingests.Create(request, documentId);
        return request.IsS3Supported
            ? Write(upload, UrlsOf(upload, call))
            : Write(upload, partUrls: null, urls.Legacy(upload, call.Request));
    }

    private Response Get(ServiceCall call)
    {
        var upload = ingests.Get(call.Id);
        var renews = ingests.Rules.RenewsPartUrls && upload.State == EmulatedUploadState.Uploading;
        return Write(upload, renews ? UrlsOf(upload, call) : null);
    }

    private IEnumerable<string> UrlsOf(EmulatedUpload upload, ServiceCall call) =>
        Enumerable.Range(1, upload.PartCount).Select(number => urls.Sign(upload, number, call.Request));

    private Response Write(EmulatedUpload upload, IEnumerable<string>? partUrls = null, string? legacyUrl = null) =>
        IngestJson.Write(upload, ingests.ProgressOf(upload), partUrls, legacyUrl);
}

/// <summary>Writes uploads as the Service API returns them.</summary>
internal static class IngestJson
{
    /// <param name="upload">The upload.</param>
    /// <param name="progress">From 0 to 100.</param>
    /// <param name="partUrls">Where the parts go, in their order; null leaves them out.</param>
    /// <param name="legacyUrl">Where the file goes otherwise.</param>
    public static Response Write(EmulatedUpload upload, double progress, IEnumerable<string>? partUrls, string? legacyUrl = null) => JsonResponse.Of(
        new JsonObject
        {
            ["id"] = upload.Id,
            ["document_id"] = upload.DocumentId,
            ["state"] = NameOf(upload.State),
            ["filename"] = upload.FileName,
            ["size"] = upload.Size,
            ["progress"] = Math.Round(progress, 1),
            ["errors"] = upload is { State: EmulatedUploadState.Failed, Error: var (type, message) } ? ServiceException.Errors(type, message) : null,
            ["upload"] = partUrls is null ? null : new JsonObject
            {
                ["type"] = IngestRequest.S3Multipart,
                ["part_size"] = upload.PartSize,
                ["parts"] = new JsonArray([.. partUrls.Select((url, index) => new JsonObject { ["part_id"] = index + 1, ["url"] = url })]),
            },
            ["upload_url"] = legacyUrl,
        },
        isCacheable: false);

    public static string NameOf(EmulatedUploadState state) => state switch
    {
        EmulatedUploadState.Uploading => "upload",
        EmulatedUploadState.Processing => "processing",
        EmulatedUploadState.Completed => "completed",
        EmulatedUploadState.Canceled => "canceled",
        _ => "failed",
    };
}
