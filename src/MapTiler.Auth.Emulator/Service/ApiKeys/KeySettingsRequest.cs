namespace MapTiler.Emulator;

/// <summary>The settings of a key in a request: all of them, absent fields are reset.</summary>
internal sealed class KeySettingsRequest
{
    private readonly string? _name;
    private readonly string? _description;
    private readonly string? _userAgent;
    private readonly string[] _origins;

    public KeySettingsRequest(JsonFields body)
    {
        _name = body.OptionalString("name");
        _description = body.OptionalString("description");
        _userAgent = body.OptionalString("user_agent");
        _origins = body.OptionalStrings("origins") ?? [];
        try
        {
            foreach (var rule in _origins)
                OriginRules.Validate(rule);
        }
        catch (ArgumentException)
        {
            throw body.Invalid("origins", "a rule is example.com, *.example.com or ?, without scheme, port and path.");
        }
    }

    /// <summary>Whether the settings limit who can use the key.</summary>
    public bool Restricts => _origins.Length > 0 || !string.IsNullOrEmpty(_userAgent);

    /// <summary>A key is never without a name: the one that it has stays.</summary>
    public KeySettings Over(KeySettings current) => new(string.IsNullOrEmpty(_name) ? current.Name : _name, _description, _origins, _userAgent);
}
