namespace MapTiler.ContractTests;

/// <summary>service.maptiler.com: keys, tilesets and analytics. Uploads are in <see cref="UploadFacts"/>.</summary>
internal static class ServiceFacts
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly Source Page = Source.Document("https://docs.maptiler.com/cloud/admin-api/");
    private static readonly Source KeysPage = Source.Document("https://docs.maptiler.com/cloud/admin-api/api-keys/");
    private static readonly Source TilesetsPage = Source.Document("https://docs.maptiler.com/cloud/admin-api/tilesets/");
    private static readonly Source AnalyticsPage = Source.Document("https://docs.maptiler.com/cloud/admin-api/analytics/");
    private static readonly Source CommandLine = Source.Document("https://github.com/maptiler/maptiler-cloud-cli");

    private static readonly string[] Periods =
    [
        "current_billing_period", "last_billing_period", "past_30_days", "past_90_days", "past_12_billing_periods", "past_12_months", "all",
    ];

    private static readonly string[] Classifiers = ["services", "api_keys", "service_credentials"];

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("the Service API without a token", "/v1/api_keys") { As = Credential.None, Status = 401, Source = Page },
        new("the Service API with an unknown token", "/v1/api_keys") { As = Credential.UnknownToken, Status = 401, Source = Page },
        new("the Service API with another scheme", "/v1/api_keys") { As = Credential.BearerToken, Status = 401, Source = Page },
        new("the Service API with an API key", "/v1/api_keys") { As = Credential.ApiKey, Status = 401, Source = Page },
        new("the Service API with a signature", "/v1/api_keys") { As = Credential.Signature, Status = 401, Source = Source.Guess },
        new("an error of the Service API", "/v1/api_keys") { As = Credential.UnknownToken, Status = 401, Json = "ServiceErrors", Source = CommandLine },
        new("a path of the Service API that does not exist", "/v1/no-such-resource") { Status = 404, Source = Page },
        new("another method of the Service API", "PUT /v1/tiles") { Status = 405, Source = Source.Guess },
        new("an id that is no UUID", "/v1/api_keys/1") { Status = 400, Json = "ServiceErrors", Source = Source.Guess },

        new("the keys of an account", "/v1/api_keys") { Json = "{ cursor: string | null, total_count: integer, items: [AccountKey] }", Source = KeysPage },
        new("a page of keys", "/v1/api_keys?limit=10") { Json = "{ cursor: string | null, total_count: integer, items: [AccountKey] }", Source = KeysPage },
        new("a page of too few keys", "/v1/api_keys?limit=9") { Status = 400, Json = "ServiceErrors", Source = KeysPage },
        new("a page of too many keys", "/v1/api_keys?limit=101") { Status = 400, Json = "ServiceErrors", Source = KeysPage },
        new("a key of an account", "/v1/api_keys/{key}") { Json = "AccountKey", Source = KeysPage },
        new("a key that does not exist", $"/v1/api_keys/{Nobody}") { Status = 404, Source = KeysPage },
        new("a new key", "POST /v1/api_keys")
        {
            Body = """{"name":"new","description":null,"user_agent":null,"origins":["example.com"]}""", Json = "AccountKey", Source = KeysPage,
        },
        new("a new key needs no settings", "POST /v1/api_keys") { Body = "{}", Json = "AccountKey", Source = KeysPage },
        new("a changed key", "POST /v1/api_keys/{changed-key}/change_settings")
        {
            Body = """{"name":"changed","description":"d","user_agent":"app","origins":["*.example.com","?"]}""",
            Json = "{ name: 'changed', description: 'd', user_agent: 'app', origins: ['*.example.com', '?'], ... }", Source = KeysPage,
        },
        new("the default key cannot be restricted", "POST /v1/api_keys/{default-key}/change_settings")
        {
            Body = """{"origins":["example.com"]}""", Status = 403, Json = "ServiceErrors", Source = Sources.KeyPage,
        },
        new("the default key cannot be deleted", "DELETE /v1/api_keys/{default-key}") { Status = 403, Json = "ServiceErrors", Source = Source.Guess },
        new("a deleted key", "DELETE /v1/api_keys/{doomed-key}") { Source = KeysPage },

        new("the tilesets of an account", "/v1/tiles") { Json = "{ cursor: string | null, items: [AccountTileset] }", Source = TilesetsPage },
        new("a tileset of an account", "/v1/tiles/{tileset}") { Json = "AccountTileset", Source = TilesetsPage },
        new("a tileset of an account that does not exist", $"/v1/tiles/{Nobody}") { Status = 404, Source = TilesetsPage },
        new("a tileset that was deleted", "/v1/tiles/{deleted-tileset}") { Status = 410, Source = TilesetsPage },
        new("a changed tileset", "POST /v1/tiles/{changed-tileset}/change_metadata")
        {
            Body = """{"title":"T","description":"","attribution":null}""", Json = "{ id: Uuid, title: 'T', description: '', attribution: null }",
            Source = TilesetsPage,
        },
        new("a changed tileset needs a title", "POST /v1/tiles/{tileset}/change_metadata")
        {
            Body = """{"description":"","attribution":null}""", Status = 400, Json = "ServiceErrors", Source = TilesetsPage,
        },
        new("a deleted tileset", "DELETE /v1/tiles/{doomed-tileset}") { Source = TilesetsPage },

        .. Periods.Select(period => new Fact($"the timeline of {period}", $"/v1/analytics/api_usage/timeline?period={period}&classifier=services")
        {
            Json = "Timeline", Source = AnalyticsPage,
        }),
        .. Classifiers.Select(classifier => new Fact($"the top of {classifier}", $"/v1/analytics/api_usage/top?period=past_30_days&classifier={classifier}")
        {
            Json = "Top", Source = AnalyticsPage,
        }),
        new("the timeline of keys in months", "/v1/analytics/api_usage/timeline?period=past_12_months&classifier=api_keys")
        {
            Status = 400, Source = AnalyticsPage,
        },
        new("a period that does not exist", "/v1/analytics/api_usage/timeline?period=yesterday&classifier=services") { Status = 400, Source = AnalyticsPage },
        new("the code of a period that does not exist", "/v1/analytics/api_usage/top?period=yesterday&classifier=services")
        {
            Status = 400, Json = "{ errors: [some { type: 'period_not_found', ... }] }", Source = Source.Guess,
        },
        new("a timeline without a period", "/v1/analytics/api_usage/timeline?classifier=services") { Status = 400, Source = AnalyticsPage },
        new("a timeline as a file", "/v1/analytics/api_usage/timeline?period=past_30_days&classifier=services&group=request&format=csv")
        {
            Type = "text/csv", Text = "/^date,item,count/",
            Headers = [@"Content-Disposition: /filename=""?timeline_services_request_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d\.csv/"],
            Source = AnalyticsPage,
        },
        new("a top as a file", "/v1/analytics/api_usage/top?period=past_30_days&classifier=services&group=request&format=csv&limit=5")
        {
            Type = "text/csv", Text = "/^item,count/",
            Headers = [@"Content-Disposition: /filename=""?top5_services_request_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d\.csv/"],
            Source = AnalyticsPage,
        },
        new("a file without a group", "/v1/analytics/api_usage/timeline?period=past_30_days&classifier=services&format=csv")
        {
            Status = 400, Source = AnalyticsPage,
        },
    ];
}
