namespace MapTiler.Tool;

/// <summary>The arguments, the configuration or an input file is not valid. The message states what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>There is no usable credential. The message states what to do.</summary>
internal sealed class CredentialException(string message, Exception? innerException = null) : Exception(message, innerException);
