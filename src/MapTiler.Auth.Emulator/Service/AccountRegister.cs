using System.Text;
using System.Text.RegularExpressions;

namespace MapTiler.Emulator.Service;

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

/// <summary>An item of an account that the Service API can list, change and delete.</summary>
internal abstract class AccountItem(Guid id)
{
    public Guid Id { get; } = id;
}

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The first item of the next page, or null for the last one.</param>
/// <param name="TotalCount">How many items all pages have.</param>
internal sealed record AccountPage<T>(IReadOnlyList<T> Items, Guid? Next, int TotalCount);

/// <summary>The beginning of a page, in the format of the service: Base64 of <c>id="..."</c>, whose <c>=</c> must be escaped in a URL.</summary>
internal static partial class PageCursor
{
    private const int DefaultLimit = 50;
    private const int MinLimit = 10;
    private const int MaxLimit = 100;

    /// <summary>The page that the parameters <c>cursor</c> and <c>limit</c> request.</summary>
    public static AccountPage<T> Page<T>(this AccountRegister<T> register, ServiceCall call)
        where T : AccountItem =>
        register.Page(Read(call.Parameter("cursor")), call.Integer("limit", DefaultLimit, MinLimit, MaxLimit));

    public static string? Write(Guid? first) => first is { } id ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"id=\"{id}\"")) : null;

    private static Guid? Read(string? cursor)
    {
        if (cursor is null)
            return null;

        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var written)
            && Pattern().Match(Encoding.ASCII.GetString(bytes, 0, written)) is { Success: true } match
            && Guid.TryParseExact(match.Groups[1].Value, "D", out var id))
        {
            return id;
        }

        throw ServiceException.Invalid("cursor", "it was not issued here.");
    }

    [GeneratedRegex("^id=\"([0-9a-f-]{36})\"$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
