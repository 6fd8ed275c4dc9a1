using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

/// <summary>A test with an emulator of its own and a client that follows no redirects.</summary>
public abstract class EmulatorTest(MapTilerEmulatorOptions? options = null) : IAsyncLifetime
{
    /// <summary>What the service responds to an unknown key.</summary>
    protected const string InvalidKey = "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/";

    protected MapTilerEmulator Emulator { get; private set; } = null!;

    protected HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Emulator = await MapTilerEmulator.StartAsync(options, Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>Sends exactly this path and query.</summary>
    protected Task<HttpResponseMessage> SendAsync(string pathAndQuery, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Emulator.BaseAddress, pathAndQuery));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    /// <summary>Sends a path and query, with the default key appended.</summary>
    protected Task<HttpResponseMessage> SendWithKeyAsync(string pathAndQuery) => SendAsync(WithKey(pathAndQuery, Emulator.ApiKey));

    protected async Task<string> GetTextAsync(string pathAndQuery)
    {
        using var response = await SendWithKeyAsync(pathAndQuery);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {text}");
        return text;
    }

    protected async Task<byte[]> GetBytesAsync(string pathAndQuery)
    {
        using var response = await SendWithKeyAsync(pathAndQuery);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(Cancellation);
    }

    protected async Task<JsonElement> GetJsonAsync(string pathAndQuery) => JsonDocument.Parse(await GetTextAsync(pathAndQuery)).RootElement;

    protected static string WithKey(string pathAndQuery, string key) => $"{pathAndQuery}{(pathAndQuery.Contains('?') ? '&' : '?')}key={key}";

    protected static async Task AssertRejectedAsync(Task<HttpResponseMessage> sending, HttpStatusCode status, string body)
    {
        using var response = await sending;
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Cancellation));
    }

    protected static async Task AssertStatusAsync(HttpStatusCode status, Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal(status, response.StatusCode);
    }
}
