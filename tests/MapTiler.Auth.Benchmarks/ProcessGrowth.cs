namespace MapTiler.Benchmarks;

/// <summary>
/// By how much this process grew, and the budget of the youngest generation, which explains most of it: the garbage collector runs when so
/// much has been allocated, and derives the amount from the size of the L3 cache unless <c>DOTNET_GCgen0size</c> sets it.
/// </summary>
internal sealed class ProcessGrowth
{
    private const double Megabyte = 1024 * 1024;
    private const string CacheSize = "/sys/devices/system/cpu/cpu0/cache/index3/size";

    private readonly double _before;
    private readonly int _collectionsBefore;
    private double _most;
    private double _budget;

    public ProcessGrowth()
    {
        GC.Collect();
        (_before, _collectionsBefore) = (WorkingSet, GC.CollectionCount(0));
    }

    /// <summary>The working set now, in MB.</summary>
    public double WorkingSet => Environment.WorkingSet / Megabyte;

    public void Look()
    {
        _most = Math.Max(_most, WorkingSet);
        if (GC.CollectionCount(0) > _collectionsBefore)
            _budget = Math.Max(_budget, GC.GetGCMemoryInfo(GCKind.Ephemeral).GenerationInfo[0].SizeBeforeBytes / Megabyte);
    }

    public override string ToString()
    {
        var cache = File.Exists(CacheSize) ? File.ReadAllText(CacheSize).Trim() : "of unknown size";
        return FormattableString.Invariant(
            $"working set {_most - _before:0} MB more than the {_before:0} MB before, youngest generation {_budget:0} MB when it was collected (L3 cache {cache}), {GC.CollectionCount(0) - _collectionsBefore} collections");
    }
}
