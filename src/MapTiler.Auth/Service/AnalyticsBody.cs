using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The usage as the Service API returns it: the timeline has a dataset for each item, the top list has the items in the data.</summary>
internal sealed class AnalyticsBody
{
    public DateTime? Since { get; init; }

    public DateTime? Until { get; init; }

    [JsonRequired]
    public IReadOnlyList<Dataset?>? Datasets { get; init; }

    public IReadOnlyList<LegendItem?>? Legend { get; init; }

    public AnalyticsTimeline ToTimeline() => new()
    {
        Since = Since,
        Until = Until,
        Series =
        [
            .. from dataset in Datasets ?? []
               where dataset is not null
               let legend = Find(dataset.ItemId)
               select new AnalyticsSeries
               {
                   Group = dataset.GroupId,
                   ItemId = dataset.ItemId,
                   Label = legend?.Label,
                   Description = legend?.Description,
                   Counts = [.. from count in dataset.Data ?? [] where count is not null select count.ToCount()],
                   Estimate = dataset.EstimatedData?.ToCount(),
               },
        ],
    };

    public AnalyticsTop ToTop() => new()
    {
        Since = Since,
        Until = Until,
        Items =
        [
            .. from dataset in Datasets ?? []
               where dataset is not null
               from item in dataset.Data ?? []
               where item is not null
               let legend = Find(item.ItemId)
               select new AnalyticsTopItem { Group = dataset.GroupId, ItemId = item.ItemId, Label = legend?.Label, Description = legend?.Description, Value = item.Value },
        ],
    };

    private LegendItem? Find(string? itemId) => itemId is null ? null : Legend?.FirstOrDefault(item => item?.ItemId == itemId);

    internal sealed class Dataset
    {
        public AnalyticsGroup GroupId { get; init; }

        public string? ItemId { get; init; }

        public IReadOnlyList<Item?>? Data { get; init; }

        public Item? EstimatedData { get; init; }
    }

    internal sealed class Item
    {
        public string? ItemId { get; init; }

        public DateTime? Date { get; init; }

        [JsonRequired]
        public long Value { get; init; }

        public AnalyticsCount ToCount() => new() { Date = Date, Value = Value };
    }

    internal sealed class LegendItem
    {
        public string? ItemId { get; init; }

        public string? Label { get; init; }

        public string? Description { get; init; }
    }
}
