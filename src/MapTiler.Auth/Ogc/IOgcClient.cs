namespace MapTiler.Ogc;

/// <summary>
/// The <see href="https://docs.maptiler.com/cloud/api/ogc/">OGC API - Tiles</see> of maps and tilesets, for GIS that speak it. Safe for
/// concurrent use.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ArgumentException"/> for an argument that cannot be sent and <see cref="MapTilerException"/> if the
/// call fails. The service documents two paths for tile matrix sets and for the conformance; where the first is not there, the second
/// is asked. Addresses in an answer are without a credential.
/// </remarks>
public interface IOgcClient
{
    /// <summary>Gets the description of the tiles of a map; its links lead on.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<OgcDocument> GetMapTilesAsync(string mapId, CancellationToken cancellationToken = default);

    /// <summary>Gets the tile matrix set of a map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<OgcDocument> GetMapTileMatrixSetAsync(string mapId, CancellationToken cancellationToken = default);

    /// <summary>Gets the description of the tiles of a tileset; its links lead on.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<OgcDocument> GetTilesetTilesAsync(string tilesetId, CancellationToken cancellationToken = default);

    /// <summary>Gets the tile matrix set of a tileset.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<OgcDocument> GetTilesetTileMatrixSetAsync(string tilesetId, CancellationToken cancellationToken = default);

    /// <summary>Gets which parts of the standards the service follows, as their URIs.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<string>> GetConformanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the document to which a link leads. Links to another origin than that of the service are refused.</summary>
    /// <param name="link">A link of a document, not one with placeholders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<OgcDocument> FollowAsync(OgcLink link, CancellationToken cancellationToken = default);
}
