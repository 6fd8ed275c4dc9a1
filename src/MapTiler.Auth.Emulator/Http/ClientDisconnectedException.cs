namespace MapTiler.Emulator;

/// <summary>The caller closed the connection before it had sent all of its request.</summary>
internal sealed class ClientDisconnectedException(Exception cause) : OperationCanceledException(cause.Message, cause);
