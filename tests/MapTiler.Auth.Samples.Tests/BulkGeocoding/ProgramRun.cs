namespace MapTiler.Samples.Tests.BulkGeocoding;

/// <summary>How a run of the program ended.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error);
