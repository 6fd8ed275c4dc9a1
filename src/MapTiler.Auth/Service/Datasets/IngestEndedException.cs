namespace MapTiler.Service;

/// <summary>The ingest takes no parts any more, since it was ended or begun elsewhere.</summary>
internal sealed class IngestEndedException(DatasetIngest ingest) : Exception
{
    public DatasetIngest Ingest { get; } = ingest;
}
