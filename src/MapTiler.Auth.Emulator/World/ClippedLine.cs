namespace MapTiler.Emulator;

/// <summary>The part of a line that lies in a bounding box, and which of its ends were cut off.</summary>
internal readonly record struct ClippedLine(MercatorPoint From, MercatorPoint To, bool IsStartCut, bool IsEndCut);
