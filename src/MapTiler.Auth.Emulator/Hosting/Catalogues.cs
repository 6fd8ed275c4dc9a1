namespace MapTiler.Emulator;

/// <summary>Everything that the public API can be asked for.</summary>
internal sealed class Catalogues(Gazetteer gazetteer, TimeProvider time)
{
    public Gazetteer Gazetteer { get; } = gazetteer;

    public PlaceCatalogue Places { get; } = new(gazetteer);

    public MapCatalogue Maps { get; } = new();

    public TilesetCatalogue Tilesets { get; } = new(gazetteer, time);

    public ImageCatalogue Images { get; } = new();

    public DatasetCatalogue Datasets { get; } = new();
}
