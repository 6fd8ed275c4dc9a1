using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.Geocoding;

namespace MapTiler.Tool.Geocoding;

/// <summary>The result of a query. All values are null if nothing was found.</summary>
internal sealed record StoredResult
{
    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    public string? PlaceName { get; init; }

    public string? PlaceType { get; init; }

    public double? Relevance { get; init; }

    /// <summary>The reason why the service rejected the query.</summary>
    public string? Rejection { get; init; }

    public static StoredResult Create(GeocodingBatchResult result) => result.Features is not [var best, ..]
        ? new() { Rejection = result.Error?.Message }
        : new()
        {
            Longitude = best.Center.Longitude,
            Latitude = best.Center.Latitude,
            PlaceName = best.PlaceName,
            PlaceType = best.PlaceTypes is [var type, ..] ? type.ToString() : null,
            Relevance = best.Relevance,
        };
}

/// <summary>
/// The results of different queries in a file that only grows, one line each: the hash of the query and the result. What was added is not lost if the
/// program is killed; a line that is not complete is removed when the file is opened again. In memory is only where a result is in the file.
/// </summary>
internal sealed class ResultStore : IDisposable
{
    private const int KeyLength = 32;

    private readonly Dictionary<UInt128, (long Offset, int Length)> _index = [];
    private readonly FileStream _file;
    private long _length;

    /// <param name="path">The path of the file, which is locked.</param>
    /// <param name="settings">Identifies the input, and what the results depend on in addition to the query.</param>
    /// <exception cref="UsageException">The file contains results of other settings.</exception>
    public ResultStore(string path, string settings)
    {
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            Load(settings);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public int Count => _index.Count;

    public StoredResult this[UInt128 key]
    {
        get
        {
            var (offset, length) = _index[key];
            var json = new byte[length];
            _ = RandomAccess.Read(_file.SafeFileHandle, json, offset);
            return JsonSerializer.Deserialize(json, ResultJson.Default.StoredResult)!;
        }
    }

    public bool Contains(UInt128 key) => _index.ContainsKey(key);

    public void Add(UInt128 key, StoredResult result)
    {
        var json = JsonSerializer.Serialize(result, ResultJson.Default.StoredResult);
        Write($"{key:x32} {json}\n");
        _index[key] = (_length - json.Length - 1, json.Length);
    }

    /// <summary>Removes all results, which are not required any more.</summary>
    public void Clear() => _index.Clear();

    /// <summary>Closes the file, and deletes it if it contains no results.</summary>
    public void Dispose()
    {
        _file.Dispose();
        if (Count == 0)
            File.Delete(_file.Name);
    }

    private void Load(string settings)
    {
        var header = JsonSerializer.Serialize(settings, ResultJson.Default.String);
        using var reader = new StreamReader(_file, Encoding.ASCII, leaveOpen: true); // JSON is written as ASCII, so that a character is a byte
        if (reader.ReadLine() is { } first && first.Length < _file.Length)
        {
            if (first != header)
                throw new UsageException($"'{_file.Name}' contains the results of another input or other options: {first}. Choose another --output, or delete it to request these results again.");
            _length = header.Length + 1;
            while (reader.ReadLine() is { Length: > KeyLength } and [.., '}'] line && _length + line.Length < _file.Length
                && UInt128.TryParse(line.AsSpan(0, KeyLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key))
            {
                _index[key] = (_length + KeyLength + 1, line.Length - KeyLength - 1);
                _length += line.Length + 1;
            }
        }

        _file.SetLength(_length);
        if (_length == 0)
            Write(header + "\n");
    }

    private void Write(string line)
    {
        RandomAccess.Write(_file.SafeFileHandle, Encoding.ASCII.GetBytes(line), _length); // each result at once, because it was billed
        _length += line.Length;
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredResult))]
[JsonSerializable(typeof(string))]
internal sealed partial class ResultJson : JsonSerializerContext;
