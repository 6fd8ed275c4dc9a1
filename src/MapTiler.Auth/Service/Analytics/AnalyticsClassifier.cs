namespace MapTiler.Service;

/// <summary>By what the use is told apart. The set is open.</summary>
/// <param name="Value">The name that the service uses.</param>
public readonly record struct AnalyticsClassifier(string Value)
{
    /// <summary>By service: tiles, rendered maps, geocoding, ...</summary>
    public static AnalyticsClassifier Services { get; } = new("services");

    /// <summary>By API key.</summary>
    public static AnalyticsClassifier ApiKeys { get; } = new("api_keys");

    /// <summary>By service credential.</summary>
    public static AnalyticsClassifier ServiceCredentials { get; } = new("service_credentials");

    /// <summary>The name that the service uses.</summary>
    public override string ToString() => Value ?? "";
}
