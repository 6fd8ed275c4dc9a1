using System.Buffers;
using System.Text;
using MapTiler.AspNetCore.Proxy;
using Microsoft.Extensions.Caching.Hybrid;

namespace MapTiler.AspNetCore.Cache;

/// <summary>Serializes responses for the distributed cache.</summary>
internal sealed class ResponseSerializer : IHybridCacheSerializer<BufferedResponse>
{
    /// <summary>The version of the format. It is part of the cache keys, so that replicas with different versions of the package share no entries.</summary>
    public const byte Version = 2;

    public BufferedResponse Deserialize(ReadOnlySequence<byte> source)
    {
        using var reader = new BinaryReader(new MemoryStream(source.ToArray()), Encoding.UTF8);
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("A different version of the package wrote this response.");

        return new BufferedResponse
        {
            Status = reader.ReadInt32(),
            FreshFrom = ReadTime(reader),
            FreshUntil = ReadTime(reader),
            ContentType = ReadString(reader),
            ContentEncoding = ReadString(reader),
            CacheControl = ReadString(reader),
            ETag = ReadString(reader),
            LastModified = ReadString(reader),
            Vary = ReadString(reader),
            Body = reader.ReadBytes(reader.ReadInt32()),
        };
    }

    public void Serialize(BufferedResponse value, IBufferWriter<byte> target)
    {
        var head = new MemoryStream();
        using (var writer = new BinaryWriter(head, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(value.Status);
            writer.Write(value.FreshFrom.ToUnixTimeMilliseconds());
            writer.Write(value.FreshUntil.ToUnixTimeMilliseconds());
            foreach (var item in new[] { value.ContentType, value.ContentEncoding, value.CacheControl, value.ETag, value.LastModified, value.Vary })
                writer.Write(item ?? "");
            writer.Write(value.Body.Length);
        }

        target.Write(head.GetBuffer().AsSpan(0, (int)head.Length));
        target.Write(value.Body);
    }

    private static DateTimeOffset ReadTime(BinaryReader reader) => DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());

    private static string? ReadString(BinaryReader reader) => reader.ReadString() is { Length: > 0 } result ? result : null;
}
