namespace MapTiler.Service;

/// <summary>The property by which usage is grouped. MapTiler may add values: any string is a valid value and converts implicitly.</summary>
public readonly record struct AnalyticsClassifier
{
    private readonly string? _value;

    /// <summary>Creates a value, including one that this type has no member for.</summary>
    /// <param name="value">The name of the classifier in the Service API.</param>
    public AnalyticsClassifier(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the classifier <c>services</c>: usage per service, such as tiles, rendered maps and geocoding.</summary>
    public static AnalyticsClassifier Services { get; } = new("services");

    /// <summary>Gets the classifier <c>api_keys</c>: usage per API key.</summary>
    public static AnalyticsClassifier ApiKeys { get; } = new("api_keys");

    /// <summary>Gets the classifier <c>service_credentials</c>: usage per service credential.</summary>
    public static AnalyticsClassifier ServiceCredentials { get; } = new("service_credentials");

    /// <summary>Gets the name of the classifier in the Service API; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a classifier, including one that this type has no member for.</summary>
    /// <param name="value">The name of the classifier in the Service API.</param>
    public static implicit operator AnalyticsClassifier(string value) => new(value);

    /// <summary>Returns the name of the classifier in the Service API.</summary>
    public override string ToString() => Value;
}
