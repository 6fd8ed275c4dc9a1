using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace MapTiler.Tool;

/// <summary>The output of a command: its result on the standard output, and everything else on the standard error.</summary>
internal sealed class Output
{
    private const int DefaultWidth = 80;

    private readonly Lazy<IAnsiConsole> _result;
    private readonly Lazy<IAnsiConsole> _status;

    public Output(bool isJson, bool isVerbose)
    {
        IsJson = isJson;
        IsVerbose = isVerbose;
        Writer = new StreamWriter(Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = !Console.IsOutputRedirected };
        _result = new(() => CreateConsole(Writer, !Console.IsOutputRedirected));
        _status = new(() => CreateConsole(Console.Error, !Console.IsErrorRedirected));
    }

    public bool IsJson { get; }

    public bool IsVerbose { get; }

    /// <summary>The standard output as bytes, for images and other files.</summary>
    public Stream Stream { get; } = OpenOutput();

    /// <summary>The standard output as text, for lines that another program reads, such as a URL.</summary>
    public TextWriter Writer { get; }

    /// <summary>The standard output for tables and colors, which are plain text in a pipe.</summary>
    public IAnsiConsole Result => _result.Value;

    /// <summary>The standard error for progress and questions.</summary>
    public IAnsiConsole Status => _status.Value;

    /// <summary>The columns of the standard output.</summary>
    public static int Width => Console.IsOutputRedirected ? DefaultWidth : WindowWidth();

    /// <summary>Whether progress can be shown.</summary>
    public bool ShowsProgress => !Console.IsErrorRedirected && !IsVerbose;

    /// <summary>Whether a person can respond to a question.</summary>
    public static bool CanPrompt => !Console.IsErrorRedirected && !Console.IsInputRedirected;

    /// <summary>Writes the result: as JSON if it is requested, and for a person otherwise.</summary>
    public void Write<T>(T result, JsonTypeInfo<T> type, Action<IAnsiConsole> human)
    {
        if (!IsJson)
        {
            human(Result);
            return;
        }

        WriteJson(result, type, isIndented: true);
    }

    /// <summary>Writes one of several results as one line of JSON.</summary>
    public void WriteJsonLine<T>(T result, JsonTypeInfo<T> type) => WriteJson(result, type, isIndented: false);

    /// <summary>Writes a URL, which is never wrapped.</summary>
    public void WriteUrl(string url)
    {
        if (IsJson)
            WriteJsonLine(new(url), ToolJson.Default.UrlResult);
        else
            Writer.WriteLine(url);
    }

    /// <summary>Writes a message that is not part of the result.</summary>
    public static void WriteStatus(string message) => Console.Error.WriteLine(message);

    /// <summary>Writes a request and its result if <c>--verbose</c> is set.</summary>
    public void WriteExchange(Exchange exchange)
    {
        if (IsVerbose)
            Console.Error.WriteLine(exchange);
    }

    /// <exception cref="IOException">The reader closed the pipe, or the disk is full.</exception>
    public void Flush() => Writer.Flush();

    /// <summary>Writes what is buffered after another error.</summary>
    public void TryFlush()
    {
        try
        {
            Flush();
        }
        catch (IOException)
        {
            // the other error is reported
        }
    }

    private void WriteJson<T>(T result, JsonTypeInfo<T> type, bool isIndented)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(json, result, type);
        Writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static int WindowWidth() => Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        Out = new TextOutput(writer, isTerminal),
    });

    // The stream of the console ignores that a reader closed the pipe, so that the command would continue, with requests that cost.
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream; // it may share a file with the standard error
    }

    private sealed class TextOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => isTerminal ? WindowWidth() : DefaultWidth;

        public int Height => isTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : 24;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
