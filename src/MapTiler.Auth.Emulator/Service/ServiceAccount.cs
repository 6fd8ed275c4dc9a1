namespace MapTiler.Emulator;

/// <summary>Everything that the Service API manages.</summary>
internal sealed record ServiceAccount(AccountKeys Keys, AccountTilesets Tilesets, Ingests Ingests)
{
    public static ServiceAccount Create(
        MapTilerEmulatorOptions options, AccountKeys keys, Catalogs catalogs, UploadList uploads, UploadFolder folder)
    {
        var tilesets = new AccountTilesets(catalogs.Tilesets);
        var publisher = new IngestPublisher(tilesets, catalogs.Datasets);
        return new(keys, tilesets, new(IngestRules.Of(options), publisher, uploads, folder, options.TimeProvider));
    }
}
