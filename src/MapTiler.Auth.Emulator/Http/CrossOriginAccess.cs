namespace MapTiler.Emulator;

/// <summary>The response headers that specify what a page of another origin can send and read.</summary>
/// <param name="Methods">The methods that it may use.</param>
/// <param name="Headers">The request headers that it may set.</param>
/// <param name="ExposedHeaders">The response headers that it may read beside those that every page may.</param>
internal sealed record CrossOriginAccess(string Methods, string? Headers = null, string? ExposedHeaders = null);
