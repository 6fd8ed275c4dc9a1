namespace MapTiler.Emulator;

/// <summary>The options of an emulator that concern uploads.</summary>
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
