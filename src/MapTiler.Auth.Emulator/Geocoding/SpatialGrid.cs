using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

/// <summary>Places by cells of one degree.</summary>
internal sealed class SpatialGrid
{
    private const int Columns = 360;
    private const int Rows = 180;

    private readonly Place[] _places;
    private readonly int[] _starts = new int[(Columns * Rows) + 1];

    public SpatialGrid(Place[] places)
    {
        foreach (var place in places)
            _starts[Cell(place) + 1]++;
        for (var cell = 0; cell < Columns * Rows; cell++)
            _starts[cell + 1] += _starts[cell];

        _places = new Place[places.Length];
        var next = _starts.AsSpan().ToArray();
        foreach (var place in places)
            _places[next[Cell(place)]++] = place;
    }

    /// <summary>The places of a type within a distance, of one country or of all, nearest first, at most so many.</summary>
    public List<(Place Place, double Kilometers)> Nearest(double longitude, double latitude, PlaceType type, double kilometers, int limit, string? countryCode = null)
    {
        var found = new List<(Place Place, double Kilometers)>();
        var height = kilometers / GeoDistance.KilometersPerDegree;
        var widest = Math.Cos(double.DegreesToRadians(Math.Min(89.9, Math.Abs(latitude) + height)));
        var width = Math.Min(height / widest, Columns / 2.0);

        for (var row = Row(latitude - height); row <= Row(latitude + height); row++)
        {
            var first = (int)Math.Floor(longitude - width);
            var last = Math.Min((int)Math.Floor(longitude + width), first + Columns - 1);
            for (var column = first; column <= last; column++)
            {
                var cell = (row * Columns) + ((column + Columns + (Columns / 2)) % Columns);
                foreach (var place in _places.AsSpan(_starts[cell].._starts[cell + 1]))
                {
                    if (place.Type == type && (countryCode is null || place.CountryCode == countryCode) && GeoDistance.Kilometers(longitude, latitude, place.Longitude, place.Latitude) is var distance && distance <= kilometers)
                        found.Add((place, distance));
                }
            }
        }

        found.Sort(static (a, b) => a.Kilometers.CompareTo(b.Kilometers));
        return found.Count > limit ? found[..limit] : found;
    }

    /// <summary>The places in a bounding box, which may reach over the antimeridian on either side, however far.</summary>
    public IEnumerable<Place> Within(BoundingBox bounds)
    {
        for (var row = Row(bounds.South); row <= Row(bounds.North); row++)
        {
            var first = (int)Math.Floor(bounds.West);
            var last = Math.Min((int)Math.Floor(bounds.East), first + Columns - 1);
            for (var column = first; column <= last; column++)
            {
                var cell = (row * Columns) + ((((column + (Columns / 2)) % Columns) + Columns) % Columns);
                for (var i = _starts[cell]; i < _starts[cell + 1]; i++)
                    yield return _places[i];
            }
        }
    }

    private static int Cell(Place place) =>
        (Row(place.Latitude) * Columns) + (((int)Math.Floor(place.Longitude) + Columns + (Columns / 2)) % Columns);

    private static int Row(double latitude) => Math.Clamp((int)Math.Floor(latitude) + (Rows / 2), 0, Rows - 1);
}
