namespace MapTiler.Emulator;

/// <summary>How a response travels, once it is made.</summary>
public enum FaultDelivery
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>Not at all: the connection is reset without a status line.</summary>
    Reset,

    /// <summary>Headers that promise the whole body and <see cref="Fault.SentBytes"/> of it, then the connection ends.</summary>
    Truncated,

    /// <summary>Headers that promise the whole body and <see cref="Fault.SentBytes"/> of it, then silence until the client leaves.</summary>
    Stalled,

    /// <summary>Whole, but <see cref="Fault.SentBytes"/> at a time with <see cref="Fault.Interval"/> in between.</summary>
    Slow,
}
