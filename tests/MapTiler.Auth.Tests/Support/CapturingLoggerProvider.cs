using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace MapTiler.Tests;

/// <summary>Records everything that is logged at any level: messages, their values, exceptions and scopes.</summary>
internal sealed class CapturingLoggerProvider : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _messages = new();

    public IReadOnlyList<string> Messages => [.. _messages];

    public string All => string.Join("\n", _messages);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _messages.Enqueue("scope: " + Flatten(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Enqueue($"{logLevel} {formatter(state, exception)} {Flatten(state)} {exception}");

    public void Dispose()
    {
    }

    private static string Flatten(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join(", ", values.Select(v => $"{v.Key}={Convert.ToString(v.Value, CultureInfo.InvariantCulture)}"))
        : state?.ToString() ?? "";
}

internal static class CapturingLoggingExtensions
{
    public static void AddCapturing(this ILoggingBuilder builder, CapturingLoggerProvider provider) => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(provider);
}
