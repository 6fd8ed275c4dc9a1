namespace MapTiler;

/// <summary>Writes an item of a batch into an address.</summary>
/// <exception cref="ArgumentException">The item cannot be sent.</exception>
internal delegate void ItemWriter<TItem>(ref UrlWriter url, TItem item);
