using MapTiler.Authentication;

namespace MapTiler.Tests;

/// <summary>A service token that is computed here, so that no string in the tests resembles a real one.</summary>
internal static class TestToken
{
    public static readonly string KeyId = Convert.ToHexStringLower([.. Enumerable.Range(0, 16).Select(i => (byte)(i * 17))]);

    public static readonly string SecretText = Convert.ToHexStringLower([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static readonly string Text = KeyId + "_" + SecretText;

    public static readonly ServiceToken Value = ServiceToken.Parse(Text);
}
