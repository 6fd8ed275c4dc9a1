namespace MapTiler.Elevation;

/// <summary>Caches the most recently used tiles and shares pending requests. A failed tile, and one that only its caller may see, is not cached.</summary>
internal sealed class TerrainCache
{
    private const int Capacity = 32;

    private readonly LinkedList<(object Key, Lazy<Task<Loaded>> Tile)> _order = new();
    private readonly Dictionary<object, LinkedListNode<(object Key, Lazy<Task<Loaded>> Tile)>> _tiles = [];

    public async Task<TerrainTile?> GetAsync(object key, Func<Task<Loaded>> load, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (tile, isOwn) = GetOrAdd(key, load);
            try
            {
                // Another caller may have requested it; this one can be canceled on its own.
                var loaded = await Timeouts.WaitAsync(tile.Value, cancellationToken).ConfigureAwait(false);
                if (!loaded.IsForCallerAlone)
                    return loaded.Tile;

                Forget(key, tile);
                if (isOwn)
                    return loaded.Tile;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (OperationCanceledException)
            {
                Forget(key, tile); // the caller that requested it was canceled; request it again
            }
            catch
            {
                Forget(key, tile);
                throw;
            }
        }
    }

    private (Lazy<Task<Loaded>> Tile, bool IsOwn) GetOrAdd(object key, Func<Task<Loaded>> load)
    {
        lock (_tiles)
        {
            if (_tiles.TryGetValue(key, out var known))
            {
                _order.Remove(known);
                _order.AddFirst(known);
                return (known.Value.Tile, false);
            }

            var tile = new Lazy<Task<Loaded>>(load); // starts outside the lock
            _tiles[key] = _order.AddFirst((key, tile));
            if (_order.Count > Capacity)
            {
                _tiles.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }

            return (tile, true);
        }
    }

    private void Forget(object key, Lazy<Task<Loaded>> tile)
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

    /// <param name="Tile">The tile; <see langword="null"/> if it does not exist.</param>
    /// <param name="IsForCallerAlone">Whether its request had its own key, such as that of a tenant.</param>
    internal readonly record struct Loaded(TerrainTile? Tile, bool IsForCallerAlone);
}
