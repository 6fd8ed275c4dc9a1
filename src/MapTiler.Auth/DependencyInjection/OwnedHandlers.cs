namespace MapTiler;

/// <summary>
/// The handlers at the wire that were made for a client without a container: nobody else closes their connections. Those of the
/// application are its own.
/// </summary>
internal sealed class OwnedHandlers : IDisposable
{
    // Weak, since the factory lets go of a handler every few minutes and disposes it then.
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
