using System.Buffers;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Proxy;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed class ResponseSerializerTests
{
    private static readonly ResponseSerializer Serializer = new();

    [Fact]
    public void Deserialize_of_a_serialized_response_returns_an_equal_response()
    {
        var response = new BufferedResponse
        {
            Status = 204,
            ContentType = "image/png",
            ContentEncoding = BufferedResponse.Gzip,
            CacheControl = "public, max-age=60",
            ETag = "\"1\"",
            LastModified = "Mon, 02 Nov 2026 10:00:00 GMT",
            Vary = "Accept-Encoding",
            FreshFrom = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero),
            FreshUntil = new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero),
            Body = [1, 2, 3],
        };

        var read = Serializer.Deserialize(new ReadOnlySequence<byte>(Write(response)));

        Assert.Equal([1, 2, 3], read.Body);
        Assert.Equal(response with { Body = read.Body }, read);
    }

    [Fact]
    public void Deserialize_of_a_response_without_headers_returns_null_headers()
    {
        var response = new BufferedResponse { Status = 200, Body = [] };

        var read = Serializer.Deserialize(new ReadOnlySequence<byte>(Write(response)));

        Assert.Equal(response with { Body = read.Body }, read);
    }

    [Fact]
    public void Deserialize_of_another_version_throws_InvalidDataException()
    {
        var bytes = Write(new BufferedResponse { Status = 200, Body = [1] });
        bytes[0]++;

        Assert.Throws<InvalidDataException>(() => Serializer.Deserialize(new ReadOnlySequence<byte>(bytes)));
    }

    private static byte[] Write(BufferedResponse response)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Serializer.Serialize(response, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
