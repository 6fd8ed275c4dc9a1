namespace MapTiler.Emulator;

/// <summary>Limits the speed at which one body is read, in bytes per second.</summary>
internal sealed class UploadPace(int? bytesPerSecond, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public async ValueTask WaitAsync(long received, CancellationToken cancellationToken)
    {
        if (bytesPerSecond is not { } pace)
            return;
        var wait = TimeSpan.FromSeconds((double)received / Math.Max(1, pace)) - time.GetElapsedTime(_start);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }
}
