namespace MapTiler.Emulator;

/// <summary>The data that the public API returns.</summary>
internal sealed class Catalogs(Gazetteer gazetteer, TimeProvider time)
{
    public Gazetteer Gazetteer { get; } = gazetteer;

    public PlaceCatalog Places { get; } = new(gazetteer);

    public MapCatalog Maps { get; } = new();

    public TilesetCatalog Tilesets { get; } = new(gazetteer, time);

    public ImageCatalog Images { get; } = new();

    public DatasetCatalog Datasets { get; } = new();
}
