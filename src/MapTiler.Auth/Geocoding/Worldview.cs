namespace MapTiler.Geocoding;

/// <summary>Whose view of disputed borders and names an answer follows. The set is open.</summary>
/// <param name="Value">The name that the service uses.</param>
public readonly record struct Worldview(string Value)
{
    /// <summary>Disputed areas belong to no country, and countries with disputed borders come without their full geometry.</summary>
    public static Worldview Default { get; } = new("default");

    /// <summary>By the location of the caller.</summary>
    public static Worldview Auto { get; } = new("auto");

    /// <summary>The Swiss view.</summary>
    public static Worldview Switzerland { get; } = new("ch");

    /// <summary>The view of the United States.</summary>
    public static Worldview UnitedStates { get; } = new("us");

    /// <summary>The name that the service uses.</summary>
    public override string ToString() => Value ?? "";
}
