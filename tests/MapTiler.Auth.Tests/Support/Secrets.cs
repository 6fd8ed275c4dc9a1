namespace MapTiler.Tests;

/// <summary>Credentials that are easy to find wherever they leak.</summary>
internal static class Secrets
{
    public const string Key = "CanaryKey0123456789";

    public const string OtherKey = "OtherCanaryKey98765";

    public const string KeyId = "canarykeyid0123456789canarykeyid";

    public static readonly string TokenSecret = string.Concat(Enumerable.Repeat("c0ffee42", 8));

    public static readonly string Token = KeyId + "_" + TokenSecret;

    /// <summary>The values that must not appear in any output.</summary>
    public static readonly IReadOnlyList<string> All = [Key, OtherKey, TokenSecret];
}
