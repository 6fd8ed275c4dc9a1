namespace MapTiler.Emulator.Service.Analytics;

/// <summary>The days that a report covers, and whether it counts by day or by month.</summary>
/// <remarks>A billing period is a calendar month in UTC.</remarks>
internal sealed record UsagePeriod(DateOnly Since, DateOnly Until, bool IsDaily)
{
    private const int MonthsOfAYear = 12;

    /// <summary>The beginnings of the days or months.</summary>
    public IEnumerable<DateOnly> Steps
    {
        get
        {
            for (var step = Since; step <= Until; step = IsDaily ? step.AddDays(1) : step.AddMonths(1))
                yield return step;
        }
    }

    /// <summary>The period of that name, or null.</summary>
    /// <param name="name">As the Service API calls it.</param>
    /// <param name="today">Today in UTC.</param>
    /// <param name="first">The first day on which anything was counted.</param>
    public static UsagePeriod? Find(string name, DateOnly today, DateOnly first)
    {
        var month = StartOfMonth(today);
        return name switch
        {
            "current_billing_period" => new(month, today, IsDaily: true),
            "last_billing_period" => new(month.AddMonths(-1), month.AddDays(-1), IsDaily: true),
            "past_30_days" => new(today.AddDays(-29), today, IsDaily: true),
            "past_90_days" => new(today.AddDays(-89), today, IsDaily: true),
            "past_12_billing_periods" or "past_12_months" => new(month.AddMonths(1 - MonthsOfAYear), today, IsDaily: false),
            "all" => new(StartOfMonth(first), today, IsDaily: false),
            _ => null,
        };
    }

    public bool Contains(DateOnly day) => day >= Since && day <= Until;

    /// <summary>The step that a day belongs to.</summary>
    public DateOnly StepOf(DateOnly day) => IsDaily ? day : StartOfMonth(day);

    private static DateOnly StartOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
