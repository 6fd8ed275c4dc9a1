using System.CommandLine;
using System.Diagnostics;
using System.Text;
using MapTiler.Service;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler keys</c> manages the API keys of an account.</summary>
internal static class KeysCommand
{
    private static readonly Option<string?> Name = new("--name") { Description = "The name of the key" };
    private static readonly Option<string?> Description = new("--description") { Description = "The description of the key" };
    private static readonly Option<string?> AllowedUserAgent = new("--allowed-user-agent") { Description = "The only user agent that can use the key; '' for any", HelpName = "value" };
    private static readonly Option<string[]> AllowedOrigins = Arguments.List("--allowed-origin", "domain,domain", "The only origins that can use the key, such as *.example.com; '' for any");
    private static readonly Option<bool> ShowKeys = new("--show-keys") { Description = "Also write the keys themselves, in the last column" };

    public static Command Create() => new("keys", "Manage the API keys of the account. They require a service token") { List(), CreateKey(), Update(), Delete(), Rotate() };

    private static Command List() => new Command("list", "List the keys, without the keys themselves") { ShowKeys }.Runs(async (session, cancellationToken) =>
    {
        var keys = new List<KeyResult>();
        await foreach (var key in session.Service.ApiKeys.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            keys.Add(new(key, session.Get(ShowKeys)));
        string[] columns = ["Name", "Id", "Allowed", "Created", .. session.Get(ShowKeys) ? ["Key"] : Array.Empty<string>()];
        session.Output.Write(new(keys), ToolJson.Default.KeysResult, console => console.WriteRows(
            columns, keys.Select(key => (string[])[.. ((string[])[key.Name ?? "", key.Id.ToString(), key.Allowed, $"{key.Created:yyyy-MM-dd}", key.Key ?? ""]).Take(columns.Length)])));
        return ExitCode.Ok;
    });

    private static Command CreateKey() => new Command("create", "Create a key, and write it") { Name, Description, AllowedUserAgent, AllowedOrigins }.Runs(async (session, cancellationToken) =>
    {
        if (session.Get(Name) is null)
            throw new UsageException("Specify the --name of the key.");
        return Write(session, await session.Service.ApiKeys.CreateAsync(Change(session, new()), cancellationToken).ConfigureAwait(false), key => key.Key!, showKey: true);
    });

    private static Command Update()
    {
        var id = Id();
        return new Command("update", "Change the settings of a key; what is not specified remains") { id, Name, Description, AllowedUserAgent, AllowedOrigins }.Runs(async (session, cancellationToken) =>
        {
            var keys = session.Service.ApiKeys;
            var settings = (await keys.GetAsync(session.Get(id), cancellationToken).ConfigureAwait(false)).ToSettings();
            var changed = await keys.UpdateAsync(session.Get(id), Change(session, settings), cancellationToken).ConfigureAwait(false);
            return Write(session, changed, key => $"Changed: {key.Name} ({key.Allowed})", showKey: false);
        });
    }

    private static Command Delete()
    {
        var id = Id();
        return new Command("delete", "Delete a key. Requests with it are rejected from then on") { id, Confirmation.Yes }.Runs(async (session, cancellationToken) =>
        {
            var key = await session.Service.ApiKeys.GetAsync(session.Get(id), cancellationToken).ConfigureAwait(false);
            await Confirmation.RequireAsync(session, $"Delete the key '{key.Name}'? Requests with it are rejected from then on.", cancellationToken).ConfigureAwait(false);
            await session.Service.ApiKeys.DeleteAsync(key.Id, cancellationToken).ConfigureAwait(false);
            return Write(session, key, deleted => $"Deleted: {deleted.Name}", showKey: false);
        });
    }

    private static Command Rotate()
    {
        var id = Id();
        var file = new Option<string?>("--to-file") { Description = "Write the new key to a file that only you can read", HelpName = "path" };
        var command = new Option<string?>("--to-command") { Description = "Run a command that reads the new key from its standard input", HelpName = "command" };
        var grace = new Option<TimeSpan>("--grace") { Description = "How long the old key remains valid after that", HelpName = "hh:mm:ss" };
        return new Command("rotate", "Replace a key by a new one with the same settings, and delete the old one after the new one is distributed") { id, file, command, grace }.Runs(async (session, cancellationToken) =>
        {
            var (path, line) = (session.Get(file), session.Get(command));
            if (path is null == line is null)
                throw new UsageException("Specify where the new key is distributed: --to-file or --to-command. The old key is deleted after that.");
            var key = await session.Service.ApiKeys.RotateAsync(session.Get(id), async (created, cancellation) =>
            {
                await (path is null ? RunAsync(line!, created.Key, cancellation) : SafeFile.WriteAsync(path, Encoding.ASCII.GetBytes(created.Key + Environment.NewLine), cancellation, isSecret: true)).ConfigureAwait(false);
                Output.WriteStatus($"The new key is distributed. The old key is deleted {(session.Get(grace) == default ? "now" : $"in {session.Get(grace)}")}.");
            }, session.Get(grace), cancellationToken).ConfigureAwait(false);
            return Write(session, key, created => $"Rotated: {created.Name}, new id {created.Id}", showKey: false);
        });
    }

    private static Argument<Guid> Id() => new("id") { Description = "The id of the key, see 'maptiler keys list'" };

    private static ApiKeySettings Change(Session session, ApiKeySettings settings)
    {
        settings.Name = session.Get(Name) ?? settings.Name;
        settings.Description = session.Get(Description) ?? settings.Description;
        if (session.Get(AllowedUserAgent) is { } userAgent)
            settings.UserAgent = userAgent.Length == 0 ? null : userAgent;
        if (session.Has(AllowedOrigins))
            settings.Origins = session.Get(AllowedOrigins)!;
        return settings;
    }

    private static int Write(Session session, ApiKey key, Func<KeyResult, string> text, bool showKey)
    {
        var result = new KeyResult(key, showKey);
        session.Output.Write(result, ToolJson.Default.KeyResult, _ => session.Output.Writer.WriteLine(text(result)));
        return ExitCode.Ok;
    }

    private static async Task RunAsync(string line, string key, CancellationToken cancellationToken)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe") { Arguments = $"/d /s /c \"{line}\"" } // it does not understand escaped quotes
            : new ProcessStartInfo("/bin/sh", ["-c", line]);
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        try
        {
            await WriteAsync(process.StandardInput, key, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true); // otherwise it could store the new key, which is deleted
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw;
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The command failed with the exit code {process.ExitCode}. The new key is deleted, and the old one remains.");
    }

    private static async Task WriteAsync(StreamWriter input, string key, CancellationToken cancellationToken)
    {
        try
        {
            await input.WriteAsync(key.AsMemory(), cancellationToken).ConfigureAwait(false);
            input.Close();
        }
        catch (IOException)
        {
            // the command does not read it, so that its exit code counts
        }
    }
}

/// <summary>The JSON of <c>keys list</c>.</summary>
internal sealed record KeysResult(IReadOnlyList<KeyResult> Keys);

/// <summary>The JSON of the other commands of <c>keys</c>.</summary>
internal sealed record KeyResult(Guid Id, string? Key, string? Name, string? Description, string? UserAgent, IReadOnlyList<string> Origins, DateTimeOffset? Created, DateTimeOffset? Changed)
{
    public KeyResult(ApiKey key, bool showKey)
        : this(key.Id, showKey ? key.Key : null, key.Name, key.Description, key.UserAgent, key.Origins, key.Created, key.Changed)
    {
    }

    /// <summary>Who can use the key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Allowed => string.Join(", ", Origins.Concat(UserAgent is null ? [] : [UserAgent])) is { Length: > 0 } allowed ? allowed : "anyone";
}
