namespace MapTiler.Emulator;

/// <summary>The body of a response, from memory or from a stream.</summary>
internal sealed class BodySource : IAsyncDisposable
{
    private readonly Stream? _stream;
    private ReadOnlyMemory<byte> _rest;

    public BodySource(Response response, bool isHead)
    {
        Length = response.OpenBody is null ? response.Body.Length : null;
        if (isHead)
            return;
        _rest = response.Body;
        _stream = response.OpenBody?.Invoke();
        if (_stream is not null)
            Length = _stream.CanSeek ? _stream.Length - _stream.Position : null;
    }

    /// <summary>The length of the body; null if it is not known before the end of the stream.</summary>
    public long? Length { get; private set; }

    /// <summary>The next bytes, so many unless there are no more.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        if (_stream is null)
        {
            var next = _rest[..Math.Min(count, _rest.Length)];
            _rest = _rest[next.Length..];
            return next;
        }

        var buffer = new byte[count];
        var read = await _stream.ReadAtLeastAsync(buffer, count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return buffer.AsMemory(0, read);
    }

    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}
