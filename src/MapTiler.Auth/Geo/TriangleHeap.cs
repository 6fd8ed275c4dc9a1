namespace MapTiler.Geo;

/// <summary>A priority queue of the points of a line by the area of their triangles, smallest first, with areas that can be updated.</summary>
internal sealed class TriangleHeap(int capacity)
{
    private readonly int[] _heap = new int[capacity];
    private readonly int[] _position = new int[capacity];
    private readonly double[] _areas = new double[capacity];

    public int Count { get; private set; }

    public void Add(int point, double area)
    {
        _areas[point] = area;
        Put(Count, point);
        MoveUp(Count++);
    }

    public (int Point, double Area) Remove()
    {
        var top = _heap[0];
        Put(0, _heap[--Count]);
        MoveDown(0);
        return (top, _areas[top]);
    }

    public void Update(int point, double area)
    {
        _areas[point] = area;
        MoveUp(_position[point]);
        MoveDown(_position[point]);
    }

    // Equal areas are ordered by their index, so that the result is deterministic.
    private bool Before(int a, int b) => _areas[a] < _areas[b] || (_areas[a] == _areas[b] && a < b);

    private void Put(int position, int point)
    {
        _heap[position] = point;
        _position[point] = position;
    }

    private void MoveUp(int position)
    {
        var point = _heap[position];
        while (position > 0 && Before(point, _heap[(position - 1) / 2]))
        {
            Put(position, _heap[(position - 1) / 2]);
            position = (position - 1) / 2;
        }

        Put(position, point);
    }

    private void MoveDown(int position)
    {
        if (position >= Count)
            return;

        var point = _heap[position];
        for (var child = 2 * position + 1; child < Count; child = 2 * position + 1)
        {
            if (child + 1 < Count && Before(_heap[child + 1], _heap[child]))
                child++;
            if (!Before(_heap[child], point))
                break;
            Put(position, _heap[child]);
            position = child;
        }

        Put(position, point);
    }
}
