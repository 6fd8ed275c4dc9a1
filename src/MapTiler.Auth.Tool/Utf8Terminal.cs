using System.Text;

namespace MapTiler.Tool;

/// <summary>Sets the code page of a terminal on Windows to that of <see cref="Output"/>, which is UTF-8, until the end of the program.</summary>
internal sealed class Utf8Terminal : IDisposable
{
    private readonly Encoding? _previous;

    public Utf8Terminal()
    {
        if (!OperatingSystem.IsWindows() || Console.IsOutputRedirected)
            return;
        _previous = Console.OutputEncoding;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }

    public void Dispose()
    {
        if (_previous is not null)
            Console.OutputEncoding = _previous;
    }
}
