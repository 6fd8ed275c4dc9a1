namespace MapTiler.Emulator;

/// <summary>Adds a processed upload to the data of the public API.</summary>
internal sealed class IngestPublisher(AccountTilesets tilesets, DatasetCatalog datasets)
{
    private static readonly string[] FeatureExtensions = [".geojson", ".json"];

    /// <summary>Throws an error of the Service API if the document to replace does not exist.</summary>
    public void RequireDocument(Guid id)
    {
        if (datasets.Find(id.ToString()) is null)
            tilesets.Register.Get(id);
    }

    /// <returns>The id of the dataset or tileset.</returns>
    public Guid Publish(EmulatedUpload upload)
    {
        var id = upload.DocumentId ?? Guid.NewGuid();
        if (IsDataset(upload))
            datasets.Add(id.ToString(), upload.OpenRead);
        else
            tilesets.Add(TilesetOf(upload, id));
        return id;
    }

    private static bool IsDataset(EmulatedUpload upload) =>
        upload.OutputType is null
            ? FeatureExtensions.Contains(Path.GetExtension(upload.FileName), StringComparer.OrdinalIgnoreCase)
            : upload.OutputType == IngestRequest.VectorFeatures;

    /// <summary>It has the description of the tileset that it replaces. The emulator does not read the file, so the tileset has no tiles.</summary>
    private EmulatedTileset TilesetOf(EmulatedUpload upload, Guid id)
    {
        var replaced = tilesets.Register.Find(id)?.Tileset;
        return new(replaced?.Id ?? id.ToString())
        {
            Name = replaced?.Name ?? Path.GetFileNameWithoutExtension(upload.FileName),
            Description = replaced?.Description ?? "",
            Attribution = replaced?.Attribution,
            Format = upload.OutputType?.StartsWith("raster", StringComparison.Ordinal) == true ? "png" : "pbf",
        };
    }
}
