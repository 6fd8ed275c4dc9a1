using System.CommandLine;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler sign</c> signs URLs with the service token. It sends no request.</summary>
internal static class SignCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "A URL of MapTiler, or its path such as /maps/streets-v4/style.json; - reads lines from standard input" };
        return new Command("sign", "Sign a URL with the service token. A signature does not expire") { url }.Runs(session =>
        {
            var token = session.Account.RequiredServiceToken;
            var server = session.Account.Options.BaseAddress;
            foreach (var line in session.Get(url) is var value and not "-" ? [value] : Lines())
                session.Output.WriteUrl(token.Sign(Resolve(server, line)).AbsoluteUri);
            return ExitCode.Ok;
        });
    }

    private static IEnumerable<string> Lines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line.Trim();
        }
    }

    private static Uri Resolve(Uri server, string value)
    {
        var prefix = server.AbsoluteUri.TrimEnd('/') + "/";
        return Uri.TryCreate(value.StartsWith('/') ? prefix + value[1..] : value, UriKind.Absolute, out var url) && url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)
            ? url
            : throw new UsageException($"'{Secrets.Mask(value)}' is not a URL or a path of {server}. The service accepts signatures for its own URLs only.");
    }
}
