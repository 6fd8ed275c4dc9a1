namespace MapTiler.Emulator;

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
