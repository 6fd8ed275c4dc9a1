using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MapTiler.Emulator;

/// <summary>The command line.</summary>
internal sealed partial class HostArguments
{
    public const string Help = """
        Runs a local MapTiler for whatever speaks HTTP.

        Usage: dotnet run --project samples/EmulatorHost -- [options]

          --port <0-65535>          stands in for api.maptiler.com (default: any free port)
          --service-port <0-65535>  stands in for service.maptiler.com (default: any free port)
          --listen <IP address>     where to listen (default: 127.0.0.1, this machine only)
          --seed <text>             what keys and tokens are derived from (default: always the same)
          --image <id>=<w>x<h>      adds an image of that many pixels; may be repeated
          --until-input-ends        also stops where the standard input ends, as it does with the program that holds it
          --help                    this text

        Prints "Address: ...", "API key: ...", "Service token: ..." and "Service address: ..." and runs until Ctrl+C.
        Open the address in a browser to see a map, the keys and the last requests.
        """;

    public MapTilerEmulatorOptions Options { get; } = new();

    public List<EmulatedImage> Images { get; } = [];

    public bool EndsWithInput { get; private set; }

    public bool WantsHelp { get; private set; }

    /// <summary>What is wrong; null if nothing is.</summary>
    public string? Error { get; private set; }

    public static HostArguments Read(string[] args)
    {
        var arguments = new HostArguments();
        for (var i = 0; i < args.Length && arguments.Error is null; i++)
        {
            if (args[i] is "--help" or "-h" or "-?")
                arguments.WantsHelp = true;
            else if (args[i] == "--until-input-ends")
                arguments.EndsWithInput = true;
            else if (i + 1 < args.Length)
                arguments.Error = arguments.Set(args[i], args[++i]);
            else
                arguments.Error = args[i].StartsWith("--", StringComparison.Ordinal) ? $"{args[i]} is unknown or lacks its value." : $"'{args[i]}' is not an option.";
        }

        return arguments;
    }

    private string? Set(string name, string value)
    {
        switch (name)
        {
            case "--port" when TryReadPort(value, out var port):
                Options.Port = port;
                return null;
            case "--service-port" when TryReadPort(value, out var port):
                Options.ServicePort = port;
                return null;
            case "--listen" when IPAddress.TryParse(value, out var address):
                Options.ListenAddress = address;
                return null;
            case "--seed":
                Options.Seed = value;
                return null;
            case "--image" when ReadImage(value) is { } image:
                Images.Add(image);
                return null;
            case "--port" or "--service-port":
                return $"{name} takes a number from 0 to 65535, not '{value}'.";
            case "--listen":
                return $"{name} takes an IP address, not '{value}'.";
            case "--image":
                return $"{name} takes an id and a size such as plan=1000x600, not '{value}'.";
            default:
                return $"'{name}' is not an option.";
        }
    }

    private static EmulatedImage? ReadImage(string text) =>
        ImagePattern().Match(text) is { Success: true } match
        && TryReadSide(match.Groups["width"].Value, out var width) && TryReadSide(match.Groups["height"].Value, out var height)
            ? new(match.Groups["id"].Value, width, height)
            : null;

    private static bool TryReadSide(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side > 0;

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;

    [GeneratedRegex("^(?<id>[^=]+)=(?<width>[0-9]+)x(?<height>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ImagePattern();
}
