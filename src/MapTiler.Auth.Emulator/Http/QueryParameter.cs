namespace MapTiler.Emulator;

/// <summary>One item of a query string.</summary>
/// <param name="Raw">The item as it was sent.</param>
/// <param name="Name">Its name, decoded.</param>
/// <param name="Value">Its value, decoded.</param>
internal readonly record struct QueryParameter(string Raw, string Name, string Value)
{
    /// <summary>Wider than what the service reads as one, so that a misspelt credential is redacted too.</summary>
    public bool IsCredential =>
        Name.Equals("key", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("signature", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("X-Amz-Signature", StringComparison.OrdinalIgnoreCase);

    public static QueryParameter Parse(string item)
    {
        var equals = item.IndexOf('=');
        return equals < 0
            ? new(item, Decode(item), "")
            : new(item, Decode(item[..equals]), Decode(item[(equals + 1)..]));
    }

    public override string ToString() => IsCredential ? $"{Name}=***" : Raw;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
