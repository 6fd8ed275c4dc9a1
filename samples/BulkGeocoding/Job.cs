using System.Globalization;
using System.Text;

namespace BulkGeocoding;

/// <summary>What results answer: who was asked, and for what. It lies beside them, and keeps a second run out while it is open.</summary>
internal sealed class Job : IDisposable
{
    private readonly FileStream _file;

    private Job(FileStream file) => _file = file;

    /// <exception cref="UsageException">The results that are there answer something else.</exception>
    /// <exception cref="IOException">Another run is writing them.</exception>
    public static Job Claim(OutputFiles files, Arguments arguments, string service)
    {
        if (File.Exists(files.Csv) && !File.Exists(files.Job))
            throw new UsageException($"'{files.Csv}' is there already, and this program did not write it. Choose another --out.");

        var job = new Job(new FileStream(files.Job, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            job.Check(files, Describe(arguments, service));
            return job;
        }
        catch
        {
            job.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Check(OutputFiles files, string job)
    {
        if (File.Exists(files.Csv))
        {
            using var reader = new StreamReader(_file, leaveOpen: true);
            if (reader.ReadToEnd() is var other && other != job)
                throw new UsageException($"'{files.Csv}' answers something else: it was made with {other}, this is {job}. Delete it to start anew, or choose another --out.");
            return;
        }

        _file.SetLength(0);
        _file.Write(Encoding.UTF8.GetBytes(job));
        _file.Flush();
    }

    private static string Describe(Arguments arguments, string service) => string.Create(CultureInfo.InvariantCulture,
        $"--column {arguments.Column} --country {Join(arguments.Countries)} --language {Join(arguments.Languages)} --min-relevance {arguments.MinRelevance}, answered by {service}");

    private static string Join(IReadOnlyList<string> values) => values is [] ? "any" : string.Join(',', values);
}
