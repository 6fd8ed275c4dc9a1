using System.Globalization;
using MapTiler.Authentication;
using Spectre.Console;

namespace MapTiler.Tool.Checks;

/// <summary>The result of <c>maptiler check</c>.</summary>
/// <param name="Ok">Whether requests succeed.</param>
/// <param name="Cause">A word for scripts, such as <c>unknown-key</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
/// <param name="ExitCode">The exit code of the command.</param>
/// <param name="Credentials">The credentials that were found, masked; those of the first source are used.</param>
/// <param name="Server">The base address; <see langword="null"/> if there is no credential.</param>
/// <param name="Proxy">The proxy of the system for the server, without its password.</param>
/// <param name="ClockDifference">How many seconds the clock of this machine is ahead of that of the server; <see langword="null"/> without a response.</param>
/// <param name="Restrictions">The restrictions of the key; <see langword="null"/> if there is no service token to read them.</param>
/// <param name="Requests">The request of the check, and that of an unauthorized caller with another User-Agent and Origin.</param>
internal sealed record CheckReport(
    bool Ok, string Cause, string Message, string Advice, int ExitCode, IReadOnlyList<FoundCredential> Credentials, string? Server, string? Proxy, double? ClockDifference,
    KeyRestrictions? Restrictions, IReadOnlyList<SentRequest> Requests)
{
    private const double AllowedClockDifference = 60;

    public static CheckReport Create(Diagnosis diagnosis, Account? account, IReadOnlyList<Exchange> exchanges, KeyRestrictions? restrictions, string? proxy) => new(
        diagnosis.ExitCode == Tool.ExitCode.Ok,
        diagnosis.Cause,
        diagnosis.Message,
        diagnosis.Advice,
        diagnosis.ExitCode,
        [.. (account?.Sources ?? []).SelectMany((source, index) => FoundCredential.Of(source, isUsed: index == 0))],
        account?.Options.BaseAddress.AbsoluteUri,
        proxy,
        exchanges.FirstOrDefault(exchange => exchange.Date is not null) is { } dated ? Math.Round((dated.Received - dated.Date!.Value).TotalSeconds) : null,
        restrictions,
        [.. exchanges.Select(exchange => new SentRequest(
            exchange.Method, exchange.Url, exchange.UserAgent, exchange.Origin, exchange.Status is { } status ? (int)status : null, exchange.Message, exchange.Error, Math.Round(exchange.Elapsed.TotalMilliseconds)))]);

    public void Show(IAnsiConsole console)
    {
        foreach (var credential in Credentials)
            Line(console, credential.IsUsed ? "Credential" : "Not used", $"{credential.Kind} {credential.Value} from {credential.Source}");
        if (Server is not null)
            Line(console, "Server", Proxy is null ? Server : $"{Server} through the proxy {Proxy}");
        foreach (var (request, index) in Requests.Select((request, index) => (request, index)))
        {
            Line(console, index == 0 ? "Sent" : "Another caller", $"{request.Method} {request.Url}");
            Line(console, "", $"User-Agent: {request.UserAgent ?? "none"}");
            Line(console, "", $"Origin: {request.Origin ?? "none"}");
            Line(console, "Received", request.Status is { } status
                ? string.Create(CultureInfo.InvariantCulture, $"{status} {(request.Message is null ? "" : $"\"{request.Message}\" ")}in {request.Milliseconds:0} ms")
                : request.Error ?? "nothing");
        }

        if (Restrictions is { } limits)
            Line(console, "Restrictions", $"origins {(limits.Origins.Count == 0 ? "any" : string.Join(", ", limits.Origins))}; User-Agent {(string.IsNullOrEmpty(limits.UserAgent) ? "any" : limits.UserAgent)}");
        if (ClockDifference is { } seconds)
            Line(console, "Clock", Math.Abs(seconds) > AllowedClockDifference ? $"{Math.Abs(seconds).ToString("0", CultureInfo.InvariantCulture)} s {(seconds > 0 ? "ahead of" : "behind")} the server. Set it, or uploads fail" : "correct");

        console.WriteLine();
        var (result, color) = Cause == "unprotected" ? ("Warning", Color.Yellow) : Ok ? ("OK", Color.Green) : ("Failed", Color.Red);
        console.Write(new Paragraph().Append(result + ": ", new Style(color, decoration: Decoration.Bold)).Append(Message + "\n"));
        if (Advice.Length > 0)
            console.WriteLine(Advice);
    }

    private static void Line(IAnsiConsole console, string label, string value)
    {
        const int LabelWidth = 16;
        if (console.Profile.Width < 3 * LabelWidth)
        {
            if (label.Length > 0)
                console.Write(new Text(label + "\n", new Style(decoration: Decoration.Bold)));
            console.Write(new Padder(new Text(value), new Padding(1, 0, 0, 0)));
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().Width(LabelWidth).NoWrap().Padding(0, 0)).AddColumn(new GridColumn().Padding(0, 0));
        console.Write(grid.AddRow(new Text(label, new Style(decoration: Decoration.Bold)), new Text(value)));
    }
}

/// <summary>A credential that was found, masked.</summary>
internal sealed record FoundCredential(string Kind, string Value, string Source, bool IsUsed)
{
    private const int VisibleCharacters = 4;
    private const int MinLength = 16;

    public static IEnumerable<FoundCredential> Of(Source source, bool isUsed)
    {
        if (source.ApiKey is { } key)
            yield return new("API key", ServiceToken.TryParse(key, out var wrong) ? wrong.ToString() : Mask(key), source.NameOf(Setting.ApiKey), isUsed);
        if (source.ServiceToken is { } text)
            yield return new("service token", ServiceToken.TryParse(text, out var token) ? token.ToString() : Mask(text), source.NameOf(Setting.ServiceToken), isUsed);
    }

    /// <summary>Shows the last characters of a long value, so that a person recognizes it.</summary>
    private static string Mask(string value) => value.Length < MinLength ? "***" : "***" + value[^VisibleCharacters..];
}

/// <summary>A request of the check.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL, in which the credential is masked.</param>
/// <param name="UserAgent">The User-Agent header.</param>
/// <param name="Origin">The Origin header.</param>
/// <param name="Status">The status of the response; <see langword="null"/> if there was none.</param>
/// <param name="Message">The first line of the response to a rejected request.</param>
/// <param name="Error">Why there was no response.</param>
/// <param name="Milliseconds">The time until the response.</param>
internal sealed record SentRequest(string Method, string Url, string? UserAgent, string? Origin, int? Status, string? Message, string? Error, double Milliseconds);

/// <summary>The restrictions of a key.</summary>
internal sealed record KeyRestrictions(IReadOnlyList<string> Origins, string? UserAgent);
