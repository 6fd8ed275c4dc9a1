using System.CommandLine;
using MapTiler.Service;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler upload</c> uploads a file, waits until it is processed, and resumes an upload that was interrupted.</summary>
internal static class UploadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The file, such as parcels.gpkg, trails.geojson or relief.tif" };
        var output = new Option<string?>("--create") { Description = "What is created, such as vector_tileset, raster_tileset or vector_features; by default MapTiler decides", HelpName = "type" };
        var document = new Option<Guid?>("--replace") { Description = "The id of the tileset or dataset that is replaced; by default a new one is created", HelpName = "id" };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "A file from which the same command resumes; by default <file>.upload", HelpName = "path" };
        var wait = new Option<TimeSpan>("--wait") { Description = "How long to wait for the processing", HelpName = "hh:mm:ss", DefaultValueFactory = _ => TimeSpan.FromHours(1) };
        return new Command("upload", "Upload data and create a tileset or dataset. It requires a service token") { file, output, document, checkpoint, wait }.Runs(async (session, cancellationToken) =>
        {
            var path = session.Get(file);
            var options = new DatasetUploadOptions
            {
                Output = session.Get(output) is { } type ? new DatasetOutput(type) : default(DatasetOutput?),
                DocumentId = session.Get(document),
                CheckpointPath = session.Get(checkpoint) ?? path + ".upload",
                ProcessingTimeout = session.Get(wait),
            };
            if (File.Exists(options.CheckpointPath))
                Output.WriteStatus("Resuming the upload.");
            try
            {
                var ingest = await UploadAsync(session, path, options, cancellationToken).ConfigureAwait(false);
                var result = new UploadResult(ingest.Id, ingest.DocumentId, ingest.State.Value, ingest.FileName ?? Path.GetFileName(path), ingest.Size ?? new FileInfo(path).Length);
                session.Output.Write(result, ToolJson.Default.UploadResult, _ => session.Output.Writer.WriteLine($"Created: {result.DocumentId}"));
                return ExitCode.Ok;
            }
            catch (Exception) when (File.Exists(options.CheckpointPath))
            {
                Output.WriteStatus("Run the same command again to resume the upload.");
                throw;
            }
        });
    }

    private static Task<DatasetIngest> UploadAsync(Session session, string path, DatasetUploadOptions options, CancellationToken cancellationToken)
    {
        var datasets = session.Service.Datasets;
        if (!session.Output.ShowsProgress)
            return datasets.UploadAsync(path, options, cancellationToken);

        return session.Output.Status.ShowProgressAsync("Uploading", async task =>
        {
            options.Progress = new Reporter(progress =>
            {
                var isProcessing = progress.State == IngestState.Processing;
                task.MaxValue(isProcessing ? 100 : Math.Max(progress.TotalBytes, 1));
                task.Value(isProcessing ? progress.ProcessingPercent ?? 0 : progress.BytesSent);
                task.Description = isProcessing ? "Processing" : $"{progress.BytesSent / 1e6:N1} of {progress.TotalBytes / 1e6:N1} MB, {progress.BytesPerSecond / 1e6:N1} MB/s";
            });
            return await datasets.UploadAsync(path, options, cancellationToken).ConfigureAwait(false);
        });
    }

    // Progress<T> would report in another order.
    private sealed class Reporter(Action<UploadProgress> report) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => report(value);
    }
}

/// <summary>The JSON of <c>upload</c>.</summary>
internal sealed record UploadResult(Guid IngestId, Guid? DocumentId, string State, string FileName, long Size);
