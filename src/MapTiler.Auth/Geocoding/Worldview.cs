using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The worldview of disputed borders and names in a response. The set is open: strings convert implicitly, and <c>switch (worldview.Value)</c> distinguishes values.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct Worldview
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public Worldview(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Disputed areas belong to no country, and countries with disputed borders are returned without their full geometry.</summary>
    public static Worldview Default { get; } = new("default");

    /// <summary>The worldview of the country where the caller is.</summary>
    public static Worldview Auto { get; } = new("auto");

    /// <summary>The worldview of Switzerland.</summary>
    public static Worldview Switzerland { get; } = new("ch");

    /// <summary>The worldview of the United States.</summary>
    public static Worldview UnitedStates { get; } = new("us");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator Worldview(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
