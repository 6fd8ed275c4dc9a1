namespace MapTiler.Emulator;

/// <summary><c>/v1/datasets</c>, and the same below <c>/v1/tiles</c>, where older clients look for it.</summary>
internal sealed class DatasetService(Ingests ingests, PartUrls urls)
{
    public ServiceRoute[] Routes => [.. RoutesBelow("datasets"), .. RoutesBelow("tiles")];

    private ServiceRoute[] RoutesBelow(string prefix) =>
    [
        new("POST", $"{prefix}/ingest", (call, cancellationToken) => CreateAsync(call, null, cancellationToken)),
        new("POST", $"{prefix}/*/ingest", (call, cancellationToken) => CreateAsync(call, call.Id, cancellationToken)),
        new("GET", $"{prefix}/ingest/*", Get),
        new("POST", $"{prefix}/ingest/*/process", async (call, cancellationToken) =>
            Write(ingests.Process(call.Id, new(await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false))))),
        new("POST", $"{prefix}/ingest/*/cancel", call => Write(ingests.Cancel(call.Id))),
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
