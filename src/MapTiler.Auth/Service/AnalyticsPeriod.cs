namespace MapTiler.Service;

/// <summary>The period of time for which usage is reported.</summary>
public enum AnalyticsPeriod
{
    /// <summary>The current billing period, with daily counts.</summary>
    CurrentBillingPeriod,

    /// <summary>The previous billing period, with daily counts.</summary>
    LastBillingPeriod,

    /// <summary>The past 30 days, with daily counts.</summary>
    Past30Days,

    /// <summary>The past 90 days, with daily counts.</summary>
    Past90Days,

    /// <summary>The past 12 billing periods, with one count each.</summary>
    Past12BillingPeriods,

    /// <summary>The past 12 months, with monthly counts.</summary>
    Past12Months,

    /// <summary>The whole lifetime of the account, with monthly counts.</summary>
    All,
}

/// <summary>The kind of items by which usage is counted.</summary>
public enum AnalyticsClassifier
{
    /// <summary>The services, such as tiles and geocoding.</summary>
    Services,

    /// <summary>The API keys. Only for periods with daily counts.</summary>
    ApiKeys,

    /// <summary>The service credentials. Only for periods with daily counts.</summary>
    ServiceCredentials,
}
