namespace MapTiler.Emulator;

/// <summary>The items of one kind in the order of their creation, including the deleted ones.</summary>
internal sealed class AccountRegister<T>
    where T : AccountItem
{
    private readonly Lock _gate = new();
    private readonly List<(T Item, bool IsDeleted)> _items = [];
    private readonly Dictionary<Guid, int> _positions = [];

    /// <summary>The number of items that are not deleted.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _items.Count(i => !i.IsDeleted);
        }
    }

    /// <summary>Adds an item, or replaces the one with the same id.</summary>
    public void Add(T item)
    {
        lock (_gate)
        {
            if (_positions.TryGetValue(item.Id, out var known))
                _items[known] = (item, false);
            else
            {
                _positions.Add(item.Id, _items.Count);
                _items.Add((item, false));
            }
        }
    }

    /// <summary>Replaces the item with the same id; throws an error of the Service API if there is none.</summary>
    public void Replace(T item)
    {
        lock (_gate)
            _items[Position(item.Id)] = (item, false);
    }

    /// <summary>The item; throws an error of the Service API if it does not exist or was deleted.</summary>
    public T Get(Guid id)
    {
        lock (_gate)
            return _items[Position(id)].Item;
    }

    /// <summary>The item; null if it does not exist or was deleted.</summary>
    public T? Find(Guid id)
    {
        lock (_gate)
            return _positions.TryGetValue(id, out var position) && !_items[position].IsDeleted ? _items[position].Item : null;
    }

    public bool Knows(Guid id)
    {
        lock (_gate)
            return _positions.ContainsKey(id);
    }

    public T Delete(Guid id)
    {
        lock (_gate)
        {
            var position = Position(id);
            var item = _items[position].Item;
            _items[position] = (item, true);
            return item;
        }
    }

    /// <summary>The items from the first one on, which may have been deleted in the meantime.</summary>
    public AccountPage<T> Page(Guid? first, int limit)
    {
        lock (_gate)
        {
            var start = 0;
            if (first is { } id && !_positions.TryGetValue(id, out start))
                throw ServiceException.Invalid("cursor", "it was not issued here.");

            var rest = _items.Skip(start).Where(i => !i.IsDeleted).Select(i => i.Item).Take(limit + 1).ToArray();
            return new(rest.Length > limit ? rest[..limit] : rest, rest.Length > limit ? rest[limit].Id : null, _items.Count(i => !i.IsDeleted));
        }
    }

    private int Position(Guid id)
    {
        if (!_positions.TryGetValue(id, out var position))
            throw ServiceException.NotFound();
        return _items[position].IsDeleted ? throw ServiceException.Gone() : position;
    }
}
