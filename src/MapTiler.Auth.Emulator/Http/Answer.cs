using System.Text;

namespace MapTiler.Emulator;

/// <summary>A whole response, made before its first byte is sent.</summary>
internal sealed class Answer
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string TextType = "text/plain; charset=utf-8";

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public bool IsCacheable { get; init; }

    /// <summary>The request units that the price list names for this call.</summary>
    public int Cost { get; init; }

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }

    public string? Allow { get; init; }

    public static Answer Text(int status, string text) =>
        new() { Status = status, ContentType = TextType, Body = Encoding.UTF8.GetBytes(text) };

    public static Answer Json(ReadOnlyMemory<byte> body, int cost = 0, bool isCacheable = true) =>
        new() { Status = 200, ContentType = JsonType, Body = body, IsCacheable = isCacheable, Cost = cost };
}
