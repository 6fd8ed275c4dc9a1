namespace MapTiler.Elevation;

/// <summary>The tiles that were used last. Those that are still on their way are shared too; a failed one is forgotten.</summary>
internal sealed class TerrainCache
{
    private const int Capacity = 32;

    private readonly LinkedList<(object Key, Lazy<Task<TerrainTile?>> Tile)> _order = new();
    private readonly Dictionary<object, LinkedListNode<(object Key, Lazy<Task<TerrainTile?>> Tile)>> _tiles = [];

    public async Task<TerrainTile?> GetAsync(object key, Func<Task<TerrainTile?>> load, CancellationToken cancellationToken)
    {
        while (true)
        {
            var tile = GetOrAdd(key, load);
            try
            {
                // Another caller may have asked for it: this one can leave all the same.
                return await Timeouts.WaitAsync(tile.Value, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (OperationCanceledException)
            {
                Forget(key, tile); // the caller that asked for it has left; ask again
            }
            catch
            {
                Forget(key, tile);
                throw;
            }
        }
    }

    private Lazy<Task<TerrainTile?>> GetOrAdd(object key, Func<Task<TerrainTile?>> load)
    {
        lock (_tiles)
        {
            if (_tiles.TryGetValue(key, out var known))
            {
                _order.Remove(known);
                _order.AddFirst(known);
                return known.Value.Tile;
            }

            var tile = new Lazy<Task<TerrainTile?>>(load); // begins outside of the lock
            _tiles[key] = _order.AddFirst((key, tile));
            if (_order.Count > Capacity)
            {
                _tiles.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }

            return tile;
        }
    }

    private void Forget(object key, Lazy<Task<TerrainTile?>> tile)
    {
        lock (_tiles)
        {
            if (_tiles.TryGetValue(key, out var known) && known.Value.Tile == tile)
            {
                _order.Remove(known);
                _tiles.Remove(key);
            }
        }
    }
}
