namespace MapTiler.EndToEndTests.Replicas;

/// <summary>A response of the load balancer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Upstreams">The replicas that the request was sent to, in order.</param>
/// <param name="Bytes">The body.</param>
internal sealed record TileResponse(int Status, string Upstreams, byte[] Bytes);
