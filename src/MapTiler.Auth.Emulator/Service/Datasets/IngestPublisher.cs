namespace MapTiler.Emulator;

/// <summary>Puts a processed upload where the public API finds it.</summary>
internal sealed class IngestPublisher(AccountTilesets tilesets, DatasetCatalog datasets)
{
    private static readonly string[] FeatureExtensions = [".geojson", ".json"];

    /// <summary>Throws the errors of the Service API where there is nothing to be replaced.</summary>
    public void RequireDocument(Guid id)
    {
        if (datasets.Find(id.ToString()) is null)
            tilesets.Register.Get(id);
    }

    /// <returns>The id of what it has become.</returns>
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

    /// <summary>Described as what it replaces. What is inside of the file stays unknown, so that it has no tiles.</summary>
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
