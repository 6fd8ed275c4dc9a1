using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests;

/// <summary>Counts what an application is at work on, and tells when it is as much as wanted.</summary>
internal sealed class ActiveRequests
{
    private readonly Lock _lock = new();
    private int _count;
    private (int Count, TaskCompletionSource Reached)? _wanted;

    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var running = next(context); // it counts from where it waits for something: a fetch of its own, or that of another
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
