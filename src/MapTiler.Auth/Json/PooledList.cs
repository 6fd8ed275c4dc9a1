using System.Buffers;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace MapTiler.Json;

/// <summary>A list that grows in rented arrays and ends as an array of its exact length.</summary>
internal struct PooledList<T>
{
    private const int FirstLength = 16;

    private T[] _items;
    private int _count;

    public PooledList() => _items = ArrayPool<T>.Shared.Rent(FirstLength);

    public void Add(T item)
    {
        if (_count == _items.Length)
            MoveTo(ArrayPool<T>.Shared.Rent(2 * _count));
        _items[_count++] = item;
    }

    /// <summary>Returns the items. The list cannot be used afterwards.</summary>
    public T[] ToArray()
    {
        MoveTo(_count == 0 ? [] : new T[_count]);
        return _items;
    }

    private void MoveTo(T[] target)
    {
        Array.Copy(_items, target, _count);
#if NET
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
#endif
            Array.Clear(_items, 0, _count);
        ArrayPool<T>.Shared.Return(_items);
        _items = target;
    }
}
