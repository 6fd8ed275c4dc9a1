namespace MapTiler.Emulator;

/// <summary>A request that a fault hits.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Delay">The wait before the response, with what chance adds to it.</param>
internal readonly record struct Hit(Fault Fault, TimeSpan Delay);
