namespace MapTiler.Emulator;

/// <summary>What the options of an emulator say about uploads.</summary>
internal sealed record IngestRules(
    int PartSize, TimeSpan PartUrlLifetime, bool RenewsPartUrls, TimeSpan ProcessingTime, long MaxSize, bool OffersLegacyUpload)
{
    public static IngestRules Of(MapTilerEmulatorOptions options) => new(
        options.PartSize,
        options.PartUrlLifetime,
        options.RenewPartUrls,
        options.ProcessingTime,
        options.MaxUploadSize,
        options.OfferLegacyUpload);
}
