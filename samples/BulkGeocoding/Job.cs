using System.Globalization;
using System.Text;

namespace BulkGeocoding;

/// <summary>A file next to the results that contains the options and the service with which they were created. It is locked while a run is in progress.</summary>
internal sealed class Job : IDisposable
{
    private readonly FileStream _file;

    private Job(FileStream file) => _file = file;

    /// <exception cref="UsageException">The existing results were created with other options or by another service.</exception>
    /// <exception cref="IOException">Another run is in progress.</exception>
    public static Job Claim(OutputFiles files, Arguments arguments, string service)
    {
        if (File.Exists(files.Csv) && !File.Exists(files.Job))
            throw new UsageException($"'{files.Csv}' exists already, and this program did not write it. Choose another --out.");

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
                throw new UsageException($"'{files.Csv}' contains results of another job: it was created with {other}, but this run uses {job}. Delete it to start again, or choose another --out.");
            return;
        }

        _file.SetLength(0);
        _file.Write(Encoding.UTF8.GetBytes(job));
        _file.Flush();
    }

    private static string Describe(Arguments arguments, string service) => string.Create(CultureInfo.InvariantCulture,
        $"--column {arguments.Column} --country {Join(arguments.Countries)} --language {Join(arguments.Languages)} --min-relevance {arguments.MinRelevance}, service {service}");

    private static string Join(IReadOnlyList<string> values) => values is [] ? "any" : string.Join(',', values);
}
