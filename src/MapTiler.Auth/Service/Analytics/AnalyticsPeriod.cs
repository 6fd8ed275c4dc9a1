namespace MapTiler.Service;

/// <summary>The time of an analysis. The set is open.</summary>
public readonly record struct AnalyticsPeriod
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public AnalyticsPeriod(string value) => _value = value;

    /// <summary>The running billing period, by day.</summary>
    public static AnalyticsPeriod CurrentBillingPeriod { get; } = new("current_billing_period");

    /// <summary>The billing period before, by day.</summary>
    public static AnalyticsPeriod LastBillingPeriod { get; } = new("last_billing_period");

    /// <summary>The past 30 days, by day.</summary>
    public static AnalyticsPeriod Past30Days { get; } = new("past_30_days");

    /// <summary>The past 90 days, by day.</summary>
    public static AnalyticsPeriod Past90Days { get; } = new("past_90_days");

    /// <summary>The past 12 billing periods.</summary>
    public static AnalyticsPeriod Past12BillingPeriods { get; } = new("past_12_billing_periods");

    /// <summary>The past 12 months, by month.</summary>
    public static AnalyticsPeriod Past12Months { get; } = new("past_12_months");

    /// <summary>Everything, by month.</summary>
    public static AnalyticsPeriod All { get; } = new("all");

    internal bool IsMonthly => this == Past12BillingPeriods || this == Past12Months || this == All;

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator AnalyticsPeriod(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
