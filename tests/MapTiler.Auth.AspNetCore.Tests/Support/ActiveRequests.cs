using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests.Support;

/// <summary>Counts the requests that an application is processing, and signals when their number reaches a value.</summary>
internal sealed class ActiveRequests
{
    private readonly Lock _lock = new();
    private int _count;
    private (int Count, TaskCompletionSource Reached)? _wanted;

    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var running = next(context); // counted when it waits, for its own fetch or for that of another request
        Add(1);
        try
        {
            await running;
        }
        finally
        {
            Add(-1);
        }
    }

    public Task WaitForAsync(int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_count == count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _wanted = (count, reached);
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    private void Add(int change)
    {
        lock (_lock)
        {
            _count += change;
            if (_wanted is var (count, reached) && count == _count)
                reached.TrySetResult();
        }
    }
}
