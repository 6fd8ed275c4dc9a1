using System.Net;
using System.Text;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

/// <summary>A test of the Service API, called with the emulator's own token.</summary>
public abstract class ServiceTest(MapTilerEmulatorOptions? options = null) : EmulatorTest(options)
{
    /// <summary>A UUID that names nothing.</summary>
    protected const string Disabled = "00000000-0000-4000-8000-000000000000";

    /// <summary>Sends a request to a path below <c>/v1/</c>.</summary>
    protected Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? body = null, string? contentType = "application/json")
    {
        var request = new HttpRequestMessage(method, new Uri(Emulator.ServiceBaseAddress, $"v1/{path}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {Emulator.ServiceToken}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return Client.SendAsync(request, Cancellation);
    }

    protected Task<JsonElement> GetServiceAsync(string path) => ReadAsync(CallAsync(HttpMethod.Get, path));

    protected Task<JsonElement> PostAsync(string path, string body = "{}") => ReadAsync(CallAsync(HttpMethod.Post, path, body));

    protected Task<JsonElement> DeleteAsync(string path) => ReadAsync(CallAsync(HttpMethod.Delete, path));

    protected static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(text);
    }

    /// <summary>Expects an error in the form of the Service API and returns its message.</summary>
    protected static async Task<string> AssertErrorAsync(int status, string type, Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);

        var error = Assert.Single(JsonElement.Parse(text).GetProperty("errors").EnumerateArray());
        Assert.Equal(type, error.GetProperty("type").GetString());
        var message = error.GetProperty("message").GetString()!;
        Assert.NotEmpty(message);
        return message;
    }
}
