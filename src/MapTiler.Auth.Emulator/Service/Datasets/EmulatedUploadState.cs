namespace MapTiler.Emulator;

/// <summary>How far an upload has come, see <see cref="EmulatedUpload.State"/>.</summary>
public enum EmulatedUploadState
{
    /// <summary>Parts are awaited.</summary>
    Uploading,

    /// <summary>All parts are there; it ends with the first question that comes after the time that processing takes.</summary>
    Processing,

    /// <summary>There is a dataset or tile set of it.</summary>
    Completed,

    /// <summary>The caller gave it up; what it had sent is deleted.</summary>
    Canceled,

    /// <summary>Processing found an error, see <see cref="UploadList.FailNext"/>.</summary>
    Failed,
}
