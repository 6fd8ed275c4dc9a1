namespace MapTiler;

/// <summary>
/// The primary handlers of a client that was created without dependency injection, so that disposing the client closes their connections.
/// Handlers of the application are not included.
/// </summary>
internal sealed class OwnedHandlers : IDisposable
{
    // Weak references, because the factory replaces and disposes handlers every few minutes.
    private readonly List<WeakReference<HttpMessageHandler>> _handlers = [];

    public void Add(HttpMessageHandler handler)
    {
        lock (_handlers)
        {
            _handlers.RemoveAll(reference => !reference.TryGetTarget(out _));
            _handlers.Add(new(handler));
        }
    }

    public void Dispose()
    {
        lock (_handlers)
        {
            foreach (var reference in _handlers)
            {
                if (reference.TryGetTarget(out var handler))
                    handler.Dispose();
            }
        }
    }
}
