namespace MapTiler.EndToEndTests.Replicas;

/// <summary>What came back, and from whom.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Asked">The replicas that were asked, in order.</param>
/// <param name="Bytes">The body.</param>
internal sealed record TileAnswer(int Status, string Asked, byte[] Bytes);
