namespace MapTiler.ContractTests;

/// <summary>How a request is authenticated.</summary>
internal enum Credential
{
    /// <summary>An API key without restrictions.</summary>
    ApiKey,

    /// <summary>An API key of an account whose plan includes static maps.</summary>
    PaidKey,

    /// <summary>An API key of an account on the free plan.</summary>
    FreeKey,

    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>key=</c> without a value.</summary>
    EmptyKey,

    /// <summary>A key that does not exist.</summary>
    UnknownKey,

    /// <summary>A key with the allowed origins <c>maptiler-contract.example</c> and <c>*.maptiler-contract.example</c>.</summary>
    OriginKey,

    /// <summary>A key with the allowed origins <c>maptiler-contract.example</c> and <c>?</c>.</summary>
    UnknownOriginKey,

    /// <summary>A key with the allowed user agent <c>MapTilerContract</c>.</summary>
    UserAgentKey,

    /// <summary>A key of an account whose plan has expired.</summary>
    ExpiredKey,

    /// <summary>A key of an account whose requests of this month are used up.</summary>
    ExhaustedKey,

    /// <summary><c>key</c> and <c>signature</c>, from a service token.</summary>
    Signature,

    /// <summary>A signature with one character changed.</summary>
    WrongSignature,

    /// <summary>A correct signature without its padding.</summary>
    UnpaddedSignature,

    /// <summary>A correct signature with its padding as <c>%3D</c>.</summary>
    EscapedSignature,

    /// <summary>A correct signature, followed by another parameter.</summary>
    SignatureNotLast,

    /// <summary>A signature by a token that does not exist.</summary>
    UnknownTokenSignature,

    /// <summary>The header <c>Authorization: Token</c> with a service token.</summary>
    ServiceToken,

    /// <summary>The same header with a token that does not exist.</summary>
    UnknownToken,

    /// <summary>The same header with a service token, but the scheme <c>Bearer</c>.</summary>
    BearerToken,
}
