namespace BulkGeocoding;

/// <summary>The program cannot do what it was asked to; the message says what to do about it.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
