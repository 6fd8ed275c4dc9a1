namespace MapTiler.Emulator;

/// <summary>An attribute of a layer of vector tiles.</summary>
/// <param name="Name">The key of the attribute.</param>
/// <param name="Type">The type in the words of TileJSON: <c>String</c>, <c>Number</c> or <c>Boolean</c>.</param>
internal sealed record VectorField(string Name, string Type)
{
    public static VectorField String(string name) => new(name, "String");

    public static VectorField Number(string name) => new(name, "Number");

    public static VectorField Boolean(string name) => new(name, "Boolean");
}
