using System.Globalization;
using System.Net;
using MapTiler.Emulator;

/// <summary>The command line.</summary>
internal sealed class HostArguments
{
    public const string Help = """
        Runs a local MapTiler for whatever speaks HTTP.

        Usage: dotnet run --project samples/EmulatorHost -- [options]

          --port <0-65535>          stands in for api.maptiler.com (default: any free port)
          --service-port <0-65535>  stands in for service.maptiler.com (default: any free port)
          --listen <IP address>     where to listen (default: 127.0.0.1, this machine only)
          --seed <text>             what keys and tokens are derived from (default: always the same)
          --help                    this text

        Prints "Address: ...", "API key: ..." and "Service token: ..." and runs until Ctrl+C.
        Open the address in a browser to see a map, the keys and the last requests.
        """;

    public MapTilerEmulatorOptions Options { get; } = new();

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
            case "--port" or "--service-port":
                return $"{name} takes a number from 0 to 65535, not '{value}'.";
            case "--listen":
                return $"{name} takes an IP address, not '{value}'.";
            default:
                return $"'{name}' is not an option.";
        }
    }

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;
}
