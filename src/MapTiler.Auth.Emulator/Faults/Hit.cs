namespace MapTiler.Emulator;

/// <summary>The result for a request to which a fault applies.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Delay">The delay of the response, including the jitter.</param>
internal readonly record struct Hit(Fault Fault, TimeSpan Delay);
