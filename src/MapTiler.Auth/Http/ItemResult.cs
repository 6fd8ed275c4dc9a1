namespace MapTiler;

/// <summary>Makes what the caller gets of an item: of its answer, or of its error.</summary>
internal delegate TResult ItemResult<TItem, TAnswer, TResult>(long index, TItem item, TAnswer? answer, MapTilerException? error);
