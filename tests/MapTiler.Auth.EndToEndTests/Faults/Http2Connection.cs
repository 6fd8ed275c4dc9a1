using System.Buffers.Binary;
using System.Text;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>The frames of HTTP/2 that the faults need, from RFC 9113. Requests are not decoded.</summary>
internal sealed class Http2Connection(FaultConnection connection)
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private const byte Data = 0, Headers = 1, ResetStream = 3, Settings = 4, Ping = 6, GoAway = 7;
    private const byte Acknowledge = 1, EndHeaders = 4;

    // ":status 200" is the eighth entry of the static table of RFC 7541, "content-type" the 31st.
    private static readonly byte[] OkHeaders = [0x88, 0x0F, 0x10, 16, .. "application/json"u8];

    public static async Task RunAsync(FaultConnection connection, Action requestReceived, Fault fault)
    {
        var http2 = new Http2Connection(connection);
        var preface = new byte[Preface.Length];
        await connection.Stream.ReadExactlyAsync(preface, connection.Stop);
        await http2.SendAsync(Settings, 0, 0, []);
        var header = new byte[9];
        while (true)
        {
            await connection.Stream.ReadExactlyAsync(header, connection.Stop);
            var payload = new byte[(header[0] << 16) | (header[1] << 8) | header[2]];
            await connection.Stream.ReadExactlyAsync(payload, connection.Stop);
            var (type, flags, stream) = (header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)));
            if (type is Settings or Ping && flags == 0)
                await http2.SendAsync(type, Acknowledge, 0, type == Ping ? payload : []);
            if (type != Headers)
                continue;
            requestReceived();
            await fault.ActOnStreamAsync!(http2, stream);
        }
    }

    /// <summary>Sends headers and the start of a body.</summary>
    public async Task SendHalfAsync(int stream)
    {
        await SendAsync(Headers, EndHeaders, stream, OkHeaders);
        await SendAsync(Data, 0, stream, Encoding.ASCII.GetBytes("""{"type":"FeatureCollection","features":[{"type":"Feature","id":0,"""));
    }

    public Task ResetStreamAsync(int stream, int error) => SendAsync(ResetStream, 0, stream, Bytes(error));

    public async Task GoAwayAsync(int lastStream, int error)
    {
        await SendAsync(GoAway, 0, 0, [.. Bytes(lastStream), .. Bytes(error)]);
        await connection.CloseAsync();
    }

    private static byte[] Bytes(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private async Task SendAsync(byte type, byte flags, int stream, byte[] payload)
    {
        byte[] frame = [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, .. Bytes(stream), .. payload];
        await connection.SendAsync(frame);
    }
}
