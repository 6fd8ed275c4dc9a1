using MapTiler.Emulator.Datasets;
using MapTiler.Emulator.Service.Tilesets;

namespace MapTiler.Emulator.Service.Datasets;

/// <summary>The uploads, from the request that creates them to the dataset or tileset that they create.</summary>
internal sealed class Ingests(IngestRules rules, IngestPublisher publisher, UploadList uploads, UploadFolder folder, TimeProvider time)
{
    public IngestRules Rules => rules;

    public EmulatedUpload Create(IngestRequest request, Guid? documentId)
    {
        if (request.Size > rules.MaxSize)
            throw new ServiceException(403, "storage_limit_exceeded", "The file is larger than the plan allows.");
        if (!request.IsS3Supported && !rules.OffersLegacyUpload)
            throw new ServiceException(400, "unsupported_upload_type", $"The only type of upload is {IngestRequest.S3Multipart}.");
        if (documentId is { } id)
            publisher.RequireDocument(id);

        var upload = new EmulatedUpload(request, documentId, new(PartLayout.Of(request.Size, rules.PartSize), folder));
        uploads.Add(upload);
        return upload;
    }

    public EmulatedUpload? Find(Guid id) => uploads.FirstOrDefault(u => u.Id == id);

    /// <summary>The upload in its current state.</summary>
    public EmulatedUpload Get(Guid id)
    {
        var upload = Find(id) ?? throw ServiceException.NotFound();
        lock (upload.Gate)
            Advance(upload);
        return upload;
    }

    public EmulatedUpload Process(Guid id, UploadResult result)
    {
        var upload = Get(id);
        lock (upload.Gate)
        {
            if (upload.State != EmulatedUploadState.Uploading)
                throw WrongState(upload);
            result.Verify(upload.Parts);
            upload.Parts.Close();
            upload.Process(time.GetTimestamp(), uploads.NextFailure() ?? WrongSize(upload));
            return upload;
        }
    }

    public EmulatedUpload Cancel(Guid id)
    {
        var upload = Get(id);
        lock (upload.Gate)
        {
            if (upload.State is EmulatedUploadState.Completed or EmulatedUploadState.Failed)
                throw WrongState(upload);
            upload.Cancel();
            upload.Parts.Discard();
            return upload;
        }
    }

    public double ProgressOf(EmulatedUpload upload) => upload.State switch
    {
        EmulatedUploadState.Completed => 100,
        EmulatedUploadState.Processing when rules.ProcessingTime > TimeSpan.Zero =>
            Math.Min(99, 100 * (time.GetElapsedTime(upload.ProcessingSince) / rules.ProcessingTime)),
        _ => 0,
    };

    private void Advance(EmulatedUpload upload)
    {
        if (upload.State != EmulatedUploadState.Processing || time.GetElapsedTime(upload.ProcessingSince) < rules.ProcessingTime)
            return;
        if (upload.Error is null)
            upload.Complete(publisher.Publish(upload));
        else
            upload.Fail();
    }

    private static (string Type, string Message)? WrongSize(EmulatedUpload upload) =>
        upload.Parts.Files().Sum(part => part.Length) is var length && length == upload.Size
            ? null
            : (UploadList.ProcessingFailed, $"The parts have {length} bytes together, but the size of the file is {upload.Size}.");

    private static ServiceException WrongState(EmulatedUpload upload) =>
        new(400, "invalid_state", $"The state of the ingest is {IngestJson.NameOf(upload.State)}.");
}

/// <summary>The options of an emulator that concern uploads.</summary>
internal sealed record IngestRules(
    int PartSize, TimeSpan PartUrlLifetime, bool RenewsPartUrls, TimeSpan ProcessingTime, long MaxSize, bool OffersLegacyUpload)
{
    public static IngestRules Of(MapTilerEmulatorOptions options) => new(
        options.PartSize,
        options.PartUrlLifetime,
        options.RenewPartUrls,
        options.ProcessingTime,
        options.MaxUploadSize,
        options.OfferLegacyUpload);
}

/// <summary>Adds a processed upload to the data of the public API.</summary>
internal sealed class IngestPublisher(AccountTilesets tilesets, DatasetCatalog datasets)
{
    private static readonly string[] FeatureExtensions = [".geojson", ".json"];

    /// <summary>Throws an error of the Service API if the document to replace does not exist.</summary>
    public void RequireDocument(Guid id)
    {
        if (datasets.Find(id.ToString()) is null)
            tilesets.Register.Get(id);
    }

    /// <returns>The id of the dataset or tileset.</returns>
    public Guid Publish(EmulatedUpload upload)
    {
        var id = upload.DocumentId ?? Guid.NewGuid();
        if (IsDataset(upload))
            datasets.Add(id.ToString(), upload.OpenRead);
        else
            tilesets.Add(TilesetOf(upload, id));
        return id;
    }

    private static bool IsDataset(EmulatedUpload upload) =>
        upload.OutputType is null
            ? FeatureExtensions.Contains(Path.GetExtension(upload.FileName), StringComparer.OrdinalIgnoreCase)
            : upload.OutputType == IngestRequest.VectorFeatures;

    /// <summary>It has the description of the tileset that it replaces. The emulator does not read the file, so the tileset has no tiles.</summary>
    private EmulatedTileset TilesetOf(EmulatedUpload upload, Guid id)
    {
        var replaced = tilesets.Register.Find(id)?.Tileset;
        return new(replaced?.Id ?? id.ToString())
        {
            Name = replaced?.Name ?? Path.GetFileNameWithoutExtension(upload.FileName),
            Description = replaced?.Description ?? "",
            Attribution = replaced?.Attribution,
            Format = upload.OutputType?.StartsWith("raster", StringComparison.Ordinal) == true ? "png" : "pbf",
        };
    }
}
