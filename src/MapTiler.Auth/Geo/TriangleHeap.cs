namespace MapTiler.Geo;

/// <summary>A priority queue of the points of a line by the area of their triangles, smallest first, with areas that can be updated.</summary>
internal sealed class TriangleHeap
{
    private readonly double[] _areas;
    private readonly int[] _points;
    private readonly int[] _position; // by point
    private int _count;

    public TriangleHeap(int capacity)
    {
        _areas = new double[capacity + 1]; // one more, so that each child has a sibling
        _points = new int[capacity + 1];
        _position = new int[capacity];
    }

    public void Add(int point, double area)
    {
        MoveUp(_count++, point, area);
        _areas[_count] = double.PositiveInfinity;
    }

    public (int Point, double Area) Remove()
    {
        var (point, area) = (_points[0], _areas[0]);
        _count--;
        var last = _areas[_count];
        _areas[_count] = double.PositiveInfinity;
        if (_count > 0)
            MoveDown(0, _points[_count], last);
        return (point, area);
    }

    public void Update(int point, double area)
    {
        var position = _position[point];
        if (area < _areas[position])
            MoveUp(position, point, area);
        else
            MoveDown(position, point, area);
    }

    private void Put(int position, int point, double area)
    {
        _areas[position] = area;
        _points[position] = point;
        _position[point] = position;
    }

    private void MoveUp(int position, int point, double area)
    {
        while (position > 0)
        {
            var parent = (position - 1) / 2;
            if (!IsBefore(area, point, parent))
                break;
            Put(position, _points[parent], _areas[parent]);
            position = parent;
        }

        Put(position, point, area);
    }

    private void MoveDown(int position, int point, double area)
    {
        for (var child = 2 * position + 1; child < _count; child = 2 * position + 1)
        {
            // The processor cannot predict which child is smaller, so this is no branch. Equal areas are rare.
            var (left, right) = (_areas[child], _areas[child + 1]);
            var smaller = child + (right < left ? 1 : 0);
            if (right == left && _points[child + 1] < _points[child])
                smaller++;
            child = smaller;
            if (IsBefore(area, point, child))
                break;
            Put(position, _points[child], _areas[child]);
            position = child;
        }

        Put(position, point, area);
    }

    // Equal areas are ordered by their index, so that the result is deterministic.
    private bool IsBefore(double area, int point, int other) => area < _areas[other] || (area == _areas[other] && point < _points[other]);
}
