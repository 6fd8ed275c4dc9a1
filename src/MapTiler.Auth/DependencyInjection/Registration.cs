namespace MapTiler;

/// <summary>Marks in the service collection that an account is registered, so that doing it again does no harm.</summary>
internal sealed record Registration(string Name);
