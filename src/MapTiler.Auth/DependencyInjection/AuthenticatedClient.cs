namespace MapTiler;

/// <summary>Marks in the service collection that a client of the application is authenticated by an account.</summary>
internal sealed record AuthenticatedClient(string Name, string Account);
