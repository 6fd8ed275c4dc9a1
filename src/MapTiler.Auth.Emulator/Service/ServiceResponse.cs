namespace MapTiler.Emulator;

/// <summary>Answers that all parts of the Service API share.</summary>
internal static class ServiceResponse
{
    /// <summary>What a deletion answers, for which no body is documented.</summary>
    public static Response Done { get; } = Response.Json("{}"u8.ToArray(), isCacheable: false);
}
