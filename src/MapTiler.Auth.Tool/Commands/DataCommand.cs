using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler data get</c> downloads the features of a dataset of any size.</summary>
internal static class DataCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("data", "Datasets of the account") { Get() };

    private static Command Get()
    {
        var id = new Argument<string>("id") { Description = "The id of the dataset" };
        var path = new Option<string?>("--output", "-o") { Description = "The GeoJSON file; by default standard output", HelpName = "path" };
        var lines = new Option<bool>("--lines") { Description = "One feature a line instead of a collection" };
        return new Command("get", "Download the features of a dataset as GeoJSON") { id, path, lines, SafeFile.Overwrite }.Runs(async (session, cancellationToken) =>
        {
            if (session.Get(path) is { } existing)
                SafeFile.CheckIsNew(session, existing);
            var features = session.Client.Data.StreamFeaturesAsync(session.Get(id), cancellationToken);
            if (session.Get(path) is not { } file)
            {
                await WriteAsync(features, session.Output.Stream, session.Get(lines)).ConfigureAwait(false);
                return ExitCode.Ok;
            }

            var temporary = file + ".tmp";
            try
            {
                long count;
                using (var stream = File.Create(temporary))
                    count = await WriteAsync(features, stream, session.Get(lines)).ConfigureAwait(false);
                File.Move(temporary, file, overwrite: true);
                session.Output.Write(new(count, file), ToolJson.Default.DataResult, _ => session.Output.Writer.WriteLine($"{count:N0} features: {file}"));
                return ExitCode.Ok;
            }
            finally
            {
                File.Delete(temporary);
            }
        });
    }

    private static async Task<long> WriteAsync(IAsyncEnumerable<GeoJson.GeoJsonFeature> features, Stream output, bool isLines)
    {
        var count = 0L;
        var buffered = new BufferedStream(output, 1 << 16); // the standard output is not closed
        using var json = new Utf8JsonWriter(buffered, Options);
        try
        {
            await foreach (var feature in features.ConfigureAwait(false))
            {
                if (!isLines)
                    Write(buffered, count == 0 ? "{\"type\":\"FeatureCollection\",\"features\":[\n" : ",\n");
                JsonSerializer.Serialize(json, feature, ToolJson.Default.GeoJsonFeature);
                json.Flush();
                json.Reset();
                if (isLines)
                    Write(buffered, "\n");
                count++;
            }

            if (!isLines)
                Write(buffered, count == 0 ? "{\"type\":\"FeatureCollection\",\"features\":[]}\n" : "\n]}\n");
            return count;
        }
        finally
        {
            buffered.Flush();
        }
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}

/// <summary>The JSON of <c>data get --output</c>.</summary>
internal sealed record DataResult(long Features, string Output);
