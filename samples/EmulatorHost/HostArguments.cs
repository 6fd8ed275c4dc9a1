using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MapTiler.Emulator;

/// <summary>The options of the command line.</summary>
internal sealed partial class HostArguments
{
    public const string Help = """
        Runs a local emulator of MapTiler for HTTP clients in any language.

        Usage: dotnet run --project samples/EmulatorHost -- [options]

          --port <0-65535>          the port of api.maptiler.com (default: any free port)
          --service-port <0-65535>  the port of service.maptiler.com (default: any free port)
          --listen <IP address>     the IP address to listen on (default: 127.0.0.1, this machine only)
          --https <file>            uses HTTPS and HTTP/2, and writes the certificate to this PEM file for clients to trust
          --seed <string>           the seed from which keys and tokens are derived (default: a constant)
          --image <id>=<w>x<h>      adds an image of this size in pixels; can be specified several times
          --until-input-ends        also stops at the end of the standard input, for example when the parent process ends
          --help                    shows this help

        Prints "URL: ...", "API key: ...", "Service token: ..." and "Service URL: ..." and runs until Ctrl+C.
        Open the URL in a browser to see a map, the keys and the latest requests.
        """;

    public MapTilerEmulatorOptions Options { get; } = new();

    /// <summary>The file for the certificate; <see langword="null"/> without HTTPS.</summary>
    public string? CertificatePath { get; private set; }

    public List<EmulatedImage> Images { get; } = [];

    public bool StopsWithInput { get; private set; }

    public bool ShowsHelp { get; private set; }

    /// <summary>The error message; <see langword="null"/> if the arguments are valid.</summary>
    public string? Error { get; private set; }

    public static HostArguments Parse(string[] args)
    {
        var arguments = new HostArguments();
        for (var i = 0; i < args.Length && arguments.Error is null; i++)
        {
            if (args[i] is "--help" or "-h" or "-?")
                arguments.ShowsHelp = true;
            else if (args[i] == "--until-input-ends")
                arguments.StopsWithInput = true;
            else if (i + 1 < args.Length)
                arguments.Error = arguments.Set(args[i], args[++i]);
            else
                arguments.Error = args[i].StartsWith("--", StringComparison.Ordinal) ? $"{args[i]} is unknown or has no value." : $"'{args[i]}' is not an option.";
        }

        return arguments;
    }

    private string? Set(string name, string value)
    {
        switch (name)
        {
            case "--port" when TryParsePort(value, out var port):
                Options.Port = port;
                return null;
            case "--service-port" when TryParsePort(value, out var port):
                Options.ServicePort = port;
                return null;
            case "--listen" when IPAddress.TryParse(value, out var address):
                Options.ListenAddress = address;
                return null;
            case "--https":
                Options.UseHttps = true;
                CertificatePath = value;
                return null;
            case "--seed":
                Options.Seed = value;
                return null;
            case "--image" when ParseImage(value) is { } image:
                Images.Add(image);
                return null;
            case "--port" or "--service-port":
                return $"{name} must be a number from 0 to 65535, not '{value}'.";
            case "--listen":
                return $"{name} must be an IP address, not '{value}'.";
            case "--image":
                return $"{name} must be an id and a size such as plan=1000x600, not '{value}'.";
            default:
                return $"'{name}' is not an option.";
        }
    }

    private static EmulatedImage? ParseImage(string value) =>
        ImagePattern().Match(value) is { Success: true } match
        && TryParseSide(match.Groups["width"].Value, out var width) && TryParseSide(match.Groups["height"].Value, out var height)
            ? new(match.Groups["id"].Value, width, height)
            : null;

    private static bool TryParseSide(string value, out int side) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side > 0;

    private static bool TryParsePort(string value, out int port) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;

    [GeneratedRegex("^(?<id>[^=]+)=(?<width>[0-9]+)x(?<height>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ImagePattern();
}
