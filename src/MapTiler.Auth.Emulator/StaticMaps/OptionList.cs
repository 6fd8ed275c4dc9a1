namespace MapTiler.Emulator;

/// <summary>The items between <c>|</c>, of which the first ones may be <c>name:value</c>.</summary>
internal sealed class OptionList
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <param name="text">The value of a parameter.</param>
    /// <param name="names">The options that it may begin with.</param>
    public OptionList(string text, params ReadOnlySpan<string> names)
    {
        while (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && names.Contains(text[..colon]))
        {
            var end = text.IndexOf('|', colon);
            _options[text[..colon]] = end < 0 ? text[(colon + 1)..] : text[(colon + 1)..end];
            text = end < 0 ? "" : text[(end + 1)..];
        }

        Rest = text;
    }

    /// <summary>What follows the options.</summary>
    public string Rest { get; }

    public string? this[string name] => _options.GetValueOrDefault(name);
}
