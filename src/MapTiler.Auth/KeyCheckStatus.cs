namespace MapTiler;

/// <summary>What a check of the credential found.</summary>
public enum KeyCheckStatus
{
    /// <summary>It works, and strangers are refused; or requests are signed.</summary>
    Works,

    /// <summary>It works, also with another User-Agent and another Origin: whoever gets the key can use it.</summary>
    Unprotected,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>Something could not be found out: no connection, no answer, or a failure of the service. The message says what.</summary>
    Unknown,
}
