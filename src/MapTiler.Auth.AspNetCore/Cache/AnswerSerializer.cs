using System.Buffers;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;

namespace MapTiler.AspNetCore;

/// <summary>An answer as bytes, for the second level of the cache.</summary>
internal sealed class AnswerSerializer : IHybridCacheSerializer<Answer>
{
    /// <summary>The version of the form, which is part of the keys, so that replicas of two versions share nothing.</summary>
    public const byte Version = 2;

    public Answer Deserialize(ReadOnlySequence<byte> source)
    {
        using var reader = new BinaryReader(new MemoryStream(source.ToArray()), Encoding.UTF8);
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("Another version of the package wrote this answer.");

        return new Answer
        {
            Status = reader.ReadInt32(),
            FreshFrom = ReadTime(reader),
            FreshUntil = ReadTime(reader),
            ContentType = ReadText(reader),
            ContentEncoding = ReadText(reader),
            CacheControl = ReadText(reader),
            ETag = ReadText(reader),
            LastModified = ReadText(reader),
            Vary = ReadText(reader),
            Body = reader.ReadBytes(reader.ReadInt32()),
        };
    }

    public void Serialize(Answer value, IBufferWriter<byte> target)
    {
        var head = new MemoryStream();
        using (var writer = new BinaryWriter(head, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(value.Status);
            writer.Write(value.FreshFrom.ToUnixTimeMilliseconds());
            writer.Write(value.FreshUntil.ToUnixTimeMilliseconds());
            foreach (var text in new[] { value.ContentType, value.ContentEncoding, value.CacheControl, value.ETag, value.LastModified, value.Vary })
                writer.Write(text ?? "");
            writer.Write(value.Body.Length);
        }

        target.Write(head.GetBuffer().AsSpan(0, (int)head.Length));
        target.Write(value.Body);
    }

    private static DateTimeOffset ReadTime(BinaryReader reader) => DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());

    private static string? ReadText(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;
}
