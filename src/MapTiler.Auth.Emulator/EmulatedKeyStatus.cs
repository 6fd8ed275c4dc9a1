namespace MapTiler.Emulator;

/// <summary>What the account behind a key may do.</summary>
public enum EmulatedKeyStatus
{
    /// <summary>Requests are answered.</summary>
    Active,

    /// <summary>The plan has expired: 403, as for an unknown key.</summary>
    Suspended,

    /// <summary>The requests of this month are used up: 429, or what <see cref="MapTilerEmulatorOptions.QuotaStatus"/> says.</summary>
    QuotaExceeded,
}
