namespace MapTiler.Emulator;

/// <summary>An attribute of a layer of vector tiles.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Type">As TileJSON says it: <c>String</c> or <c>Number</c>.</param>
internal sealed record VectorField(string Name, string Type)
{
    public static VectorField Text(string name) => new(name, "String");

    public static VectorField Number(string name) => new(name, "Number");
}
