using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tool;

/// <summary>One run of a command: its arguments, its output, and the clients of its account.</summary>
internal sealed class Session(ParseResult arguments) : IDisposable
{
    private Account? _account;
    private MapTilerClient? _client;
    private MapTilerServiceClient? _service;

    public Output Output { get; } = new(arguments.GetValue(GlobalOptions.Json), arguments.GetValue(GlobalOptions.Verbose));

    /// <summary>The credential and the addresses.</summary>
    /// <exception cref="CredentialException">There is no credential.</exception>
    public Account Account => _account ??= Account.Find(arguments, Output);

    /// <summary>The client of api.maptiler.com.</summary>
    public MapTilerClient Client => _client ??= new(Account.Options, Trace);

    /// <summary>The client of service.maptiler.com, which requires a service token.</summary>
    public MapTilerServiceClient Service
    {
        get
        {
            _ = Account.RequiredServiceToken;
            return _service ??= new(Account.Options, Trace);
        }
    }

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    /// <summary>Whether the argument was specified.</summary>
    public bool Has(Argument argument) => arguments.GetResult(argument) is { Tokens.Count: > 0 };

    /// <summary>Whether the option was specified.</summary>
    public bool Has(Option option) => arguments.GetResult(option) is { Implicit: false };

    public T Get<T>(Argument<T> argument) => arguments.GetRequiredValue(argument);

    public void Dispose()
    {
        _client?.Dispose();
        _service?.Dispose();
    }

    private void Trace(MapTilerBuilder builder)
    {
        if (!Output.IsVerbose)
            return;
        foreach (var client in (IHttpClientBuilder[])[builder.HttpClientBuilder, builder.ServiceHttpClientBuilder, builder.UploadHttpClientBuilder])
            client.ConfigurePrimaryHttpMessageHandler(() => new TraceHandler(Output.WriteExchange));
    }
}
