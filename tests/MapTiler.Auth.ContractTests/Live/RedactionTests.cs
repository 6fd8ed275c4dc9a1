using System.Text;

namespace MapTiler.ContractTests;

public sealed class RedactionTests
{
    private const string Secret = "aB3_x=9Zq7LmN0pR";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Secret);

    public static TheoryData<string> Encoded =>
    [
        Secret,
        Uri.EscapeDataString(Secret),
        string.Concat(Secret.Select(c => $"%{(int)c:X2}")),
        string.Concat(Secret.Select(c => $"%25{(int)c:x2}")),
        string.Concat(Secret.Select(c => $"\\u{(int)c:x4}")),
        string.Concat(Secret.Select(c => $"&#{(int)c};")),
        string.Concat(Secret.Select(c => $"&#x{(int)c:X};")),
        Secret[..5] + string.Concat(Secret[5..].Select(c => $"%{(int)c:X2}")),
        Convert.ToHexString(Bytes),
        Convert.ToHexStringLower(Bytes),
        Convert.ToBase64String(Bytes),
        Convert.ToBase64String([1, .. Bytes, 2]),
        Convert.ToBase64String([1, 2, .. Bytes]),
        Convert.ToBase64String([1, 2, 3, .. Bytes, 4, 5]).Replace('+', '-').Replace('/', '_'),
        Secret.ToUpperInvariant(),
    ];

    [Theory]
    [MemberData(nameof(Encoded))]
    public void A_secret_is_replaced_in_every_encoding(string encoded)
    {
        var redacted = new Redaction(["other", null, Secret]).Apply($"before {encoded} after");

        Assert.Contains("***", redacted);
        Assert.StartsWith("before ", redacted);
        Assert.EndsWith(" after", redacted);
        Assert.InRange(redacted.Length, 16, 24);
    }

    [Fact]
    public void A_secret_is_replaced_in_bytes_that_are_no_text()
    {
        byte[] bytes = [0xFF, 0xD8, .. Encoding.Unicode.GetBytes(Secret)[..^1], 0xFF];
        Assert.Equal([0xFF, 0xD8, (byte)'*', (byte)'*', (byte)'*', 0, 0xFF], new Redaction([Secret]).Apply([.. bytes[..^1], 0, 0xFF]));
    }

    [Fact]
    public void Everything_else_stays() => Assert.Equal("{\"a\":\"ü\"}", new Redaction([Secret]).Apply("{\"a\":\"ü\"}"));

    [Fact]
    public void Nothing_is_replaced_without_secrets() => Assert.Equal("a", new Redaction([null, ""]).Apply("a"));
}
