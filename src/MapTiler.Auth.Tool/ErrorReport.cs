using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MapTiler.Tool;

/// <summary>The only place where an exception becomes a line on the standard error and an exit code.</summary>
internal static partial class ErrorReport
{
    // The numbers of Linux and macOS, and those of Windows.
    private const int BrokenPipe = 32;
    private const int NoSpace = 28;
    private const int WindowsNoSpace = unchecked((int)0x80070070);

    public static int Write(Exception exception)
    {
        if (!IsClosedPipe(exception))
            Console.Error.WriteLine($"maptiler: {OneLine(Secrets.Mask(MessageOf(exception)))}");
        return CodeOf(exception);
    }

    public static int CodeOf(Exception exception) => exception switch
    {
        OperationCanceledException => ExitCode.Interrupted,
        UsageException or ArgumentException or FileNotFoundException or DirectoryNotFoundException => ExitCode.Usage,
        CredentialException => ExitCode.Authentication,
        OptionsValidationException => exception.Message.Contains(nameof(MapTilerOptions.ApiKey), StringComparison.Ordinal) || exception.Message.Contains(nameof(MapTilerOptions.ServiceToken), StringComparison.Ordinal) ? ExitCode.Authentication : ExitCode.Usage,
        MapTilerException error => CodeOf(error.Reason),
        _ when IsClosedPipe(exception) => ExitCode.Ok, // the reader, such as head, has what it needs
        _ => ExitCode.Failed,
    };

    public static int CodeOf(MapTilerErrorReason reason) => reason switch
    {
        MapTilerErrorReason.KeyMissing or MapTilerErrorReason.KeyInvalid or MapTilerErrorReason.SignatureInvalid or MapTilerErrorReason.Forbidden => ExitCode.Authentication,
        MapTilerErrorReason.RateLimited or MapTilerErrorReason.QuotaExceeded => ExitCode.Quota,
        _ => ExitCode.Failed,
    };

    public static string MessageOf(Exception exception) => exception switch
    {
        OperationCanceledException => "Interrupted.",
        MapTilerException error when CodeOf(error.Reason) == ExitCode.Authentication => $"{WithoutAdvice(error)} Run 'maptiler check' to find the cause.",
        MapTilerException error when error.RetryAfter is { } delay => $"{WithSettings(error.Message)} The next request is possible in {delay.TotalSeconds:0} s.",
        OptionsValidationException error => WithSettings(string.Join(' ', error.Failures)),
        MapTilerException => WithSettings(exception.Message),
        ArgumentException => exception.Message.Split(" (Parameter")[0],
        IOException when exception.HResult is NoSpace or WindowsNoSpace => $"The disk is full. {exception.Message}",
        _ => exception.Message,
    };

    // The advice of the SDK names the options of an application.
    private static string WithoutAdvice(MapTilerException error)
    {
        var end = error.Message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..(end + 1)];
    }

    // The messages of the SDK name its configuration or the properties of its options. The settings have the same names here.
    private static string WithSettings(string message) => Option.Replace(message, static match => match.Groups[1].Value.ToLowerInvariant() + match.Groups[2].Value);

    [GeneratedRegex(@"\bMapTiler(?::|Options\.)([A-Z])(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Option { get; }

    private static bool IsClosedPipe(Exception exception) => exception is IOException { HResult: BrokenPipe };

    private static string OneLine(string message) => string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
