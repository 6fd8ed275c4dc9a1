using System.Text;
using System.Text.Json;

namespace MapTiler.Errors;

/// <summary>Reads the JSON of errors of the Service API: <c>{"errors":[{"type":"...","message":"..."}]}</c>.</summary>
internal static class ErrorDocument
{
    /// <summary>Returns the error messages in one line; <see langword="null"/> if the text is not such a document.</summary>
    public static string? MessageOf(string text)
    {
        if (!text.TrimStart().StartsWith("{", StringComparison.Ordinal))
            return null;
        try
        {
            var document = ResponseJson.ReadElement(Encoding.UTF8.GetBytes(text));
            var message = string.Join(" ", JsonMember.Items(document, "errors").Select(Message).Where(line => line.Length > 0));
            return message.Length == 0 ? null : message;
        }
        catch (JsonException)
        {
            return null; // the excerpt can be truncated
        }
    }

    private static string Message(JsonElement error) => JsonMember.String(error, "message") ?? JsonMember.String(error, "type") ?? "";
}

/// <summary>Reads the Retry-After header, which contains a delay or a date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider timeProvider)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - timeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
