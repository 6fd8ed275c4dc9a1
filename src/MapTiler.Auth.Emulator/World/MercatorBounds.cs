namespace MapTiler.Emulator.World;

/// <summary>A part of the square of <see cref="WebMercator"/>; top is less than bottom.</summary>
internal readonly record struct MercatorBounds(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public static MercatorBounds Around(ReadOnlySpan<MercatorPoint> points)
    {
        var bounds = new MercatorBounds(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in points)
            bounds = new(Math.Min(bounds.Left, x), Math.Min(bounds.Top, y), Math.Max(bounds.Right, x), Math.Max(bounds.Bottom, y));
        return bounds;
    }

    public BoundingBox ToBoundingBox() => new(
        WebMercator.Longitude(Left), WebMercator.Latitude(Bottom), WebMercator.Longitude(Right), WebMercator.Latitude(Top));

    /// <summary>How often a shape has to be moved around the Earth to be seen wherever it belongs in the bounding box.</summary>
    public IEnumerable<int> WorldOffsets
    {
        get
        {
            // Shapes that cross the antimeridian reach a little beyond their own copy of the world.
            var first = (int)Math.Floor(Left) - 1;
            return Enumerable.Range(first, (int)Math.Floor(Right) + 2 - first);
        }
    }

    public bool Contains(MercatorPoint point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    public MercatorBounds Grown(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);

    /// <summary>The part of a line within the bounding box, by Liang and Barsky; null if there is none.</summary>
    public ClippedLine? Clip(MercatorPoint from, MercatorPoint to)
    {
        if ((from.X < Left && to.X < Left) || (from.X > Right && to.X > Right) || (from.Y < Top && to.Y < Top) || (from.Y > Bottom && to.Y > Bottom))
            return null;

        var (start, end) = (0.0, 1.0);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        Cut(-dx, from.X - Left);
        Cut(dx, Right - from.X);
        Cut(-dy, from.Y - Top);
        Cut(dy, Bottom - from.Y);
        return start < end
            ? new(start > 0 ? At(start) : from, end < 1 ? At(end) : to, start > 0, end < 1)
            : null;

        void Cut(double speed, double room)
        {
            if (speed == 0)
                end = room < 0 ? -1 : end;
            else if (speed < 0)
                start = Math.Max(start, room / speed);
            else
                end = Math.Min(end, room / speed);
        }

        MercatorPoint At(double part) => new(from.X + (part * dx), from.Y + (part * dy));
    }

    /// <summary>The parts of a line within the bounding box.</summary>
    public IEnumerable<List<MercatorPoint>> Clip(MercatorPath line) => line.IsNear(this) ? ClipNear(line) : [];

    private IEnumerable<List<MercatorPoint>> ClipNear(MercatorPath line)
    {
        var (first, last) = line.WorldOffsetsWithin(this);
        for (var worldOffset = first; worldOffset <= last; worldOffset++)
        {
            var part = new List<MercatorPoint>();
            for (var i = 1; i < line.Points.Length; i++)
            {
                var (before, point) = (line.Points[i - 1], line.Points[i]);
                if (Clip(before with { X = before.X + worldOffset }, point with { X = point.X + worldOffset }) is not { } kept)
                    continue;
                if (kept.IsStartCut && part.Count > 1)
                {
                    yield return part;
                    part = [];
                }

                if (part.Count == 0)
                    part.Add(kept.From);
                part.Add(kept.To);
                if (kept.IsEndCut)
                {
                    yield return part;
                    part = [];
                }
            }

            if (part.Count > 1)
                yield return part;
        }
    }

    /// <summary>A corner, clockwise from the upper left.</summary>
    public MercatorPoint Corner(int index) => new(index is 0 or 3 ? Left : Right, index is 0 or 1 ? Top : Bottom);

    /// <summary>Where a point of the sides lies, clockwise from 0 at the upper left corner to 4.</summary>
    public double PositionOnSides(MercatorPoint point)
    {
        var (right, down) = (Math.Clamp((point.X - Left) / Width, 0, 1), Math.Clamp((point.Y - Top) / Height, 0, 1));
        var nearest = Math.Min(Math.Min(right, 1 - right), Math.Min(down, 1 - down));
        return nearest == down ? right
            : nearest == 1 - right ? 1 + down
            : nearest == 1 - down ? 3 - right
            : 4 - down;
    }
}

/// <summary>The part of a line that lies in a bounding box, and which of its ends were cut off.</summary>
internal readonly record struct ClippedLine(MercatorPoint From, MercatorPoint To, bool IsStartCut, bool IsEndCut);
