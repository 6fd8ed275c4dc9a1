using System.CommandLine;
using MapTiler.Tool.Checks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler check</c> finds out why requests fail. It sends a few requests that are not billed.</summary>
internal static class CheckCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public static Command Create() => new Command("check", "Find out why requests fail: the credential, its restrictions, the network and the clock").Runs(RunAsync);

    private static async Task<int> RunAsync(Session session, CancellationToken cancellationToken)
    {
        var report = await CheckAsync(session, cancellationToken).ConfigureAwait(false);
        session.Output.Write(report, ToolJson.Default.CheckReport, report.Show);
        return report.ExitCode;
    }

    private static async Task<CheckReport> CheckAsync(Session session, CancellationToken cancellationToken)
    {
        Account account;
        try
        {
            account = session.Account;
        }
        catch (CredentialException e)
        {
            return CheckReport.Create(new("no-credential", e.Message, "Create a key at https://cloud.maptiler.com/account/keys/ and set MAPTILER_API_KEY."), null, [], null, null);
        }

        var exchanges = new List<Exchange>();
        Diagnosis diagnosis;
        KeyRestrictions? restrictions = null;
        try
        {
            using var client = new MapTilerClient(account.Options, builder => Record(builder, exchanges.Add));
            var result = await client.CheckKeyAsync(cancellationToken).ConfigureAwait(false);
            if (result.Error?.ResponseExcerpt?.Split('\n')[0].Trim() is { Length: > 0 } message && exchanges.LastOrDefault() is { } rejected)
                rejected.Message = message;
            var service = await ServiceFindings.GetAsync(account.Options, builder => Record(builder, session.Output.WriteExchange), cancellationToken).ConfigureAwait(false);
            restrictions = service.Key is { } key ? new(key.Origins, key.UserAgent) : null;
            diagnosis = Diagnosis.Of(result, exchanges.FirstOrDefault(), service);
        }
        catch (OptionsValidationException e)
        {
            diagnosis = Diagnosis.OfSettings(account.Options, ErrorReport.MessageOf(e));
        }

        exchanges.ForEach(session.Output.WriteExchange);
        return CheckReport.Create(diagnosis, account, exchanges, restrictions, ProxyOf(account.Options.BaseAddress));
    }

    // One attempt each: a person waits, and a retry would hide the cause.
    private static void Record(MapTilerBuilder builder, Action<Exchange> record)
    {
        builder.ConfigureResilience(resilience => (resilience.MaxRetryAttempts, resilience.AttemptTimeout, resilience.TotalTimeout) = (0, Timeout, Timeout));
        builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new TraceHandler(record));
        builder.ServiceHttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new TraceHandler(record));
    }

    // Without its user and password.
    private static string? ProxyOf(Uri server) => !server.IsLoopback && !HttpClient.DefaultProxy.IsBypassed(server) && HttpClient.DefaultProxy.GetProxy(server) is { } proxy
        ? $"{proxy.Scheme}://{proxy.Authority}"
        : null;
}
