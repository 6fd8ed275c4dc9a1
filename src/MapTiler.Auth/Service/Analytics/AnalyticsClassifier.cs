namespace MapTiler.Service;

/// <summary>By what the use is told apart. The set is open.</summary>
public readonly record struct AnalyticsClassifier
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public AnalyticsClassifier(string value) => _value = value;

    /// <summary>By service: tiles, rendered maps, geocoding, ...</summary>
    public static AnalyticsClassifier Services { get; } = new("services");

    /// <summary>By API key.</summary>
    public static AnalyticsClassifier ApiKeys { get; } = new("api_keys");

    /// <summary>By service credential.</summary>
    public static AnalyticsClassifier ServiceCredentials { get; } = new("service_credentials");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator AnalyticsClassifier(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
