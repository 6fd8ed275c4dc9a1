using MapTiler.Authentication;

namespace MapTiler.Tests;

/// <summary>A service token that is made here, so that no text in the tests looks like a real one.</summary>
internal static class TestToken
{
    public static readonly string KeyId = Convert.ToHexStringLower([.. Enumerable.Range(0, 16).Select(i => (byte)(i * 17))]);

    public static readonly string SecretText = Convert.ToHexStringLower([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static readonly string Text = KeyId + "_" + SecretText;

    public static readonly ServiceToken Value = ServiceToken.Parse(Text);
}
