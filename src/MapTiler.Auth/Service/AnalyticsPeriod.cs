namespace MapTiler.Service;

/// <summary>The period of time for which usage is reported. MapTiler may add values: any string is a valid value and converts implicitly.</summary>
public readonly record struct AnalyticsPeriod
{
    private readonly string? _value;

    /// <summary>Creates a value, including one that this type has no member for.</summary>
    /// <param name="value">The name of the period in the Service API.</param>
    public AnalyticsPeriod(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the period <c>current_billing_period</c>: the current billing period, with daily counts.</summary>
    public static AnalyticsPeriod CurrentBillingPeriod { get; } = new("current_billing_period");

    /// <summary>Gets the period <c>last_billing_period</c>: the previous billing period, with daily counts.</summary>
    public static AnalyticsPeriod LastBillingPeriod { get; } = new("last_billing_period");

    /// <summary>Gets the period <c>past_30_days</c>: the past 30 days, with daily counts.</summary>
    public static AnalyticsPeriod Past30Days { get; } = new("past_30_days");

    /// <summary>Gets the period <c>past_90_days</c>: the past 90 days, with daily counts.</summary>
    public static AnalyticsPeriod Past90Days { get; } = new("past_90_days");

    /// <summary>Gets the period <c>past_12_billing_periods</c>: the past 12 billing periods, with one count each.</summary>
    public static AnalyticsPeriod Past12BillingPeriods { get; } = new("past_12_billing_periods");

    /// <summary>Gets the period <c>past_12_months</c>: the past 12 months, with monthly counts.</summary>
    public static AnalyticsPeriod Past12Months { get; } = new("past_12_months");

    /// <summary>Gets the period <c>all</c>: the whole lifetime of the account, with monthly counts.</summary>
    public static AnalyticsPeriod All { get; } = new("all");

    internal bool IsMonthly => this == Past12BillingPeriods || this == Past12Months || this == All;

    /// <summary>Gets the name of the period in the Service API; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a period, including one that this type has no member for.</summary>
    /// <param name="value">The name of the period in the Service API.</param>
    public static implicit operator AnalyticsPeriod(string value) => new(value);

    /// <summary>Returns the name of the period in the Service API.</summary>
    public override string ToString() => Value;
}
