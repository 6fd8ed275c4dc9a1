namespace MapTiler;

/// <summary>How far a download of tiles is.</summary>
/// <param name="Completed">How many tiles have been handed out, the absent and the failed among them.</param>
/// <param name="Total">How many different ones there are; <see langword="null"/> where the tiles are not counted before they are read.</param>
/// <param name="Absent">How many do not exist.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Bytes">How many bytes came.</param>
public readonly record struct TileDownloadProgress(long Completed, long? Total, long Absent, long Failed, long Bytes);
