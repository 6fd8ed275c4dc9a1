namespace MapTiler.ContractTests;

/// <summary>Ingests of service.maptiler.com, and the storage that the parts go to. Only reading calls are sent to the live service.</summary>
internal static class UploadFacts
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly Source Page = Source.Document("https://docs.maptiler.com/cloud/admin-api/tileset_ingest/");
    private static readonly Source UploadClient = Source.Document("https://github.com/maptiler/maptiler-upload-js");

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("a new ingest", "POST /v1/datasets/ingest") { Body = Uploads.Announcement, Json = "Ingest", Source = Page },
        new("a new ingest lists the parts", "POST /v1/datasets/ingest")
        {
            Body = Uploads.Announcement, Json = "{ state: 'upload', document_id: null, upload: Upload, ... }", Source = UploadClient,
        },
        new("a new ingest at its older path", "POST /v1/tiles/ingest") { Body = Uploads.Announcement, Json = "Ingest", Source = Page },
        new("a new ingest with an output", "POST /v1/datasets/ingest")
        {
            Body = """{"filename":"a.gpkg","size":1,"supported_upload_types":["s3_multipart"],"output":{"type":"raster_tileset"}}""", Json = "Ingest",
            Source = Page,
        },
        new("a new ingest without a name", "POST /v1/datasets/ingest") { Body = """{"size":1}""", Status = 400, Json = "ServiceErrors", Source = Page },
        new("a new ingest with a long name", "POST /v1/datasets/ingest")
        {
            Body = $$"""{"filename":"{{new string('a', 256)}}","size":1,"supported_upload_types":["s3_multipart"]}""", Status = 400, Source = Page,
        },
        new("an ingest that replaces a tileset", "POST /v1/datasets/{tileset}/ingest")
        {
            Body = Uploads.Announcement, Json = "{ document_id: Uuid, state: 'upload', ... }", Source = Page,
        },
        new("an ingest that replaces nothing", $"POST /v1/datasets/{Nobody}/ingest") { Body = Uploads.Announcement, Status = 404, Source = Page },
        new("the state of an ingest", "/v1/datasets/ingest/{ingest}") { Json = "Ingest", Source = Page },
        new("the state of an ingest at its older path", "/v1/tiles/ingest/{ingest}") { Json = "Ingest", Source = Page },
        new("an ingest that does not exist", $"/v1/datasets/ingest/{Nobody}") { Status = 404, Source = Page },
        new("a completed ingest names its document", "/v1/datasets/ingest/{completed-ingest}")
        {
            Json = "{ state: 'completed', document_id: Uuid, progress: 100, errors: null, ... }", Source = Page,
        },
        new("a canceled ingest", "POST /v1/datasets/ingest/{doomed-ingest}/cancel") { Json = "{ state: 'canceled', ... }", Source = Page },
        new("a processed ingest", "POST /v1/datasets/ingest/{uploaded-ingest}/process")
        {
            Body = Uploads.Result, Json = "{ state: 'processing' | 'completed', ... }", Source = Page,
        },
        new("a part at the storage", "PUT {part}") { As = Credential.None, Body = Uploads.Content, Headers = ["ETag: *"], Source = UploadClient },
        new("a page reads the ETag of a part", "PUT {part}")
        {
            As = Credential.None, Body = Uploads.Content, Send = ["Origin: https://maptiler-contract.example"],
            Headers = ["Access-Control-Allow-Origin: *", "Access-Control-Expose-Headers: *ETag*"], Source = UploadClient,
        },
    ];
}
