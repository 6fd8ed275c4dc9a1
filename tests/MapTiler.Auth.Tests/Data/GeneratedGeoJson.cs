using System.Globalization;
using System.Text;

namespace MapTiler.Tests.Data;

/// <summary>A feature collection of any length that is generated while it is read, in blocks of the size that a socket returns.</summary>
internal sealed class GeneratedGeoJson : Stream
{
    private const int Piece = 16 * 1024;

    private readonly byte[] _features;
    private readonly long _repeats;
    private long _position;

    public GeneratedGeoJson(long length)
    {
        var features = new StringBuilder();
        for (var i = 0; i < FeaturesInBlock; i++)
        {
            features.Append(CultureInfo.InvariantCulture, $$"""{"type":"Feature","id":"tree/{{i}}","properties":{"name":"Lípa č. {{i}}","height":{{i % 40}}.5,"planted":{{1800 + (i % 220)}},"protected":{{(i % 2 == 0 ? "true" : "false")}}},"geometry":""");
            features.Append(i % 4 == 0 ? $$"""{"type":"Point","coordinates":[16.60{{i:0000}},49.19{{i:0000}}]}""" : Polygon(i)).Append("},\n");
        }

        _features = Encoding.UTF8.GetBytes(features.ToString());
        _repeats = Math.Max(1, length / _features.Length);
        Length = Head.Length + (_repeats * _features.Length) + Tail.Length;
    }

    public const int FeaturesInBlock = 1000;

    public long Features => (_repeats * FeaturesInBlock) + 1;

    public override long Length { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    private static ReadOnlySpan<byte> Head => "{\"type\":\"FeatureCollection\",\"features\":["u8;

    private static ReadOnlySpan<byte> Tail => "{\"type\":\"Feature\",\"id\":\"last\",\"geometry\":null}]}"u8;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var piece = Next();
        piece = piece[..Math.Min(Math.Min(piece.Length, buffer.Length), Piece)];
        piece.CopyTo(buffer);
        _position += piece.Length;
        return piece.Length;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private ReadOnlySpan<byte> Next()
    {
        if (_position < Head.Length)
            return Head[(int)_position..];

        var middle = _position - Head.Length;
        return middle < _repeats * _features.Length
            ? _features.AsSpan((int)(middle % _features.Length))
            : Tail[(int)(middle - (_repeats * _features.Length))..];
    }

    private static string Polygon(int i) => $$"""
        {"type":"Polygon","coordinates":[[{{string.Join(',', Enumerable.Range(0, 12).Append(0).Select(k => $"[16.{600000 + (i * 100) + k},49.{190000 + (i * 50) + (k * k % 7)}]"))}}]]}
        """;
}
