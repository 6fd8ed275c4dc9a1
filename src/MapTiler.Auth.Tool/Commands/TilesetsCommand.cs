using System.CommandLine;
using MapTiler.Service;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler tilesets</c> manages the tilesets of an account.</summary>
internal static class TilesetsCommand
{
    public static Command Create() => new("tilesets", "Manage the tilesets of the account. They require a service token") { List(), Update(), Delete() };

    private static Command List() => new Command("list", "List the tilesets").Runs(async (session, cancellationToken) =>
    {
        var tilesets = new List<TilesetResult>();
        await foreach (var tileset in session.Service.Tilesets.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            tilesets.Add(new(tileset));
        session.Output.Write(new(tilesets), ToolJson.Default.TilesetsResult, console => console.WriteRows(
            ["Title", "Id", "Description"], tilesets.Select(tileset => (string[])[tileset.Title ?? "", tileset.Id.ToString(), tileset.Description ?? ""])));
        return ExitCode.Ok;
    });

    private static Command Update()
    {
        var id = Id();
        var title = new Option<string?>("--title") { Description = "The title" };
        var description = new Option<string?>("--description") { Description = "The description" };
        var attribution = new Option<string?>("--attribution") { Description = "The attribution to show on maps, as HTML; '' for none", HelpName = "html" };
        return new Command("update", "Change the metadata of a tileset; what is not specified remains") { id, title, description, attribution }.Runs(async (session, cancellationToken) =>
        {
            var tileset = await session.Service.Tilesets.GetAsync(session.Get(id), cancellationToken).ConfigureAwait(false);
            var metadata = tileset.ToMetadata();
            metadata.Title = session.Get(title) ?? metadata.Title;
            metadata.Description = session.Get(description) ?? metadata.Description;
            metadata.Attribution = (session.Get(attribution) ?? metadata.Attribution) is { Length: > 0 } html ? html : null;
            var changed = await session.Service.Tilesets.UpdateAsync(tileset.Id, metadata, cancellationToken).ConfigureAwait(false);
            return Write(session, changed, "Changed");
        });
    }

    private static Command Delete()
    {
        var id = Id();
        return new Command("delete", "Delete a tileset. Requests for its tiles are rejected from then on") { id, Confirmation.Yes }.Runs(async (session, cancellationToken) =>
        {
            var tileset = await session.Service.Tilesets.GetAsync(session.Get(id), cancellationToken).ConfigureAwait(false);
            await Confirmation.RequireAsync(session, $"Delete the tileset '{tileset.Title}'? Requests for its tiles are rejected from then on.", cancellationToken).ConfigureAwait(false);
            await session.Service.Tilesets.DeleteAsync(tileset.Id, cancellationToken).ConfigureAwait(false);
            return Write(session, tileset, "Deleted");
        });
    }

    private static Argument<Guid> Id() => new("id") { Description = "The id of the tileset, see 'maptiler tilesets list'" };

    private static int Write(Session session, Tileset tileset, string change)
    {
        session.Output.Write(new(tileset), ToolJson.Default.TilesetResult, _ => session.Output.Writer.WriteLine($"{change}: {tileset.Title}"));
        return ExitCode.Ok;
    }
}

/// <summary>The JSON of <c>tilesets list</c>.</summary>
internal sealed record TilesetsResult(IReadOnlyList<TilesetResult> Tilesets);

/// <summary>The JSON of the other commands of <c>tilesets</c>.</summary>
internal sealed record TilesetResult(Guid Id, string? Title, string? Description, string? Attribution)
{
    public TilesetResult(Tileset tileset)
        : this(tileset.Id, tileset.Title, tileset.Description, tileset.Attribution)
    {
    }
}
