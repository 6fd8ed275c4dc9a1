namespace MapTiler.Emulator;

/// <summary>Responses that all parts of the Service API share.</summary>
internal static class ServiceResponse
{
    /// <summary>The response to a deletion, for which no body is documented.</summary>
    public static Response Done { get; } = Response.Json("{}"u8.ToArray(), isCacheable: false);
}
