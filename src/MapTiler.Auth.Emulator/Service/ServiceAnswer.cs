namespace MapTiler.Emulator;

/// <summary>Answers that all parts of the Service API share.</summary>
internal static class ServiceAnswer
{
    /// <summary>What a deletion answers, for which no body is documented.</summary>
    public static Answer Done { get; } = Answer.Json("{}"u8.ToArray(), isCacheable: false);
}
