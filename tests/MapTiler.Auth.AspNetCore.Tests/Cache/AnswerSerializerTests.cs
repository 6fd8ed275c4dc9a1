using System.Buffers;

namespace MapTiler.AspNetCore.Tests;

public sealed class AnswerSerializerTests
{
    private static readonly AnswerSerializer Serializer = new();

    [Fact]
    public void An_answer_is_read_as_it_was_written()
    {
        var answer = new Answer
        {
            Status = 204,
            ContentType = "image/png",
            ContentEncoding = Answer.Gzip,
            CacheControl = "public, max-age=60",
            ETag = "\"1\"",
            LastModified = "Mon, 02 Nov 2026 10:00:00 GMT",
            Vary = "Accept-Encoding",
            FreshFrom = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero),
            FreshUntil = new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero),
            Body = [1, 2, 3],
        };

        var read = Serializer.Deserialize(new ReadOnlySequence<byte>(Write(answer)));

        Assert.Equal([1, 2, 3], read.Body);
        Assert.Equal(answer with { Body = read.Body }, read);
    }

    [Fact]
    public void What_is_not_there_is_not_there_afterwards()
    {
        var answer = new Answer { Status = 200, Body = [] };

        var read = Serializer.Deserialize(new ReadOnlySequence<byte>(Write(answer)));

        Assert.Equal(answer with { Body = read.Body }, read);
    }

    [Fact]
    public void What_another_version_wrote_is_not_read()
    {
        var bytes = Write(new Answer { Status = 200, Body = [1] });
        bytes[0]++;

        Assert.Throws<InvalidDataException>(() => Serializer.Deserialize(new ReadOnlySequence<byte>(bytes)));
    }

    private static byte[] Write(Answer answer)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Serializer.Serialize(answer, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
